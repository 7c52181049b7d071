package dev.tapflow.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.jboss.logging.Logger;

/** One POST of a webhook as Meta makes it. */
final class WebhookPost implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(WebhookPost.class);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  /** Whether it was answered 200; anything else, and no answer, is not. */
  boolean isTaken(URI address, byte[] body, String signature) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(10))
            .header("Content-Type", "application/json")
            .header("User-Agent", "facebookexternalua")
            .header("X-Hub-Signature-256", signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        LOG.debugf("The webhook %s was answered %d; it is posted again", address, status);
      }
      return status == 200;
    } catch (IOException e) {
      LOG.debugf("The webhook %s was not answered (%s); it is posted again", address, e);
      return false;
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
