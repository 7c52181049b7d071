package dev.tapflow.sandbox;

import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/**
 * After a start the sandbox asks the bot what time it is. The bot's business time, moved ahead by a
 * person, outlives the process; the sandbox' does not, and its messages would come from the past.
 */
@Singleton
final class ClockAlignment {

  private static final Logger LOG = Logger.getLogger(ClockAlignment.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration WORTH_MOVING = Duration.ofSeconds(2);

  private final SandboxClock clock;
  private final SandboxGate gate;
  private final Provider<HttpServer> ownServer;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  ClockAlignment(SandboxClock clock, SandboxGate gate, Provider<HttpServer> ownServer) {
    this.clock = clock;
    this.gate = gate;
    this.ownServer = ownServer;
  }

  void align(@ObservesAsync HttpServerStart started) {
    if (gate.isOpen()) {
      try {
        moveTo(askTheBot(ownServer.get().getPort()));
      } catch (IOException e) {
        LOG.debug("The bot did not say what time it is; the sandbox keeps the machine's", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Instant askTheBot(int port) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/clock"))
            .timeout(PATIENCE)
            .build();
    var answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("Expected 200, but got " + answer.statusCode());
    }
    return Json.object(answer.body())
        .map(body -> Instant.parse(body.path("now").asText()))
        .orElseThrow(() -> new IOException("Expected an object with the time, but got none"));
  }

  private void moveTo(Instant botTime) {
    if (Duration.between(clock.instant(), botTime).compareTo(WORTH_MOVING) > 0) {
      clock.set(botTime);
    }
  }
}
