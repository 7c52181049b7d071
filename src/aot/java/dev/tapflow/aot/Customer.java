package dev.tapflow.aot;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody who writes, and Meta, which delivers it until it is answered 200. */
record Customer(int port, int number) {

  static final String SECRET = "a-secret-of-the-training";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long PAUSE_MILLIS = 50;

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Returns when it was taken; a server that ends, or never answers, is a failure. */
  void says(String text, Process server) throws InterruptedException {
    var request = request(text);
    var end = Instant.now().plus(PATIENCE);
    while (status(request) != 200) {
      if (Instant.now().isAfter(end) || server.waitFor(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("Expected the server to take a message");
      }
    }
  }

  private HttpRequest request(String text) {
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
         "value":{"messaging_product":"whatsapp",
          "metadata":{"display_phone_number":"34910000000","phone_number_id":"1055"},
          "contacts":[{"profile":{"name":"Ana"},"wa_id":"346001%1$05d"}],
          "messages":[{"from":"346001%1$05d","id":"wamid.IN%1$d","timestamp":"%2$d",
           "type":"text","text":{"body":"%3$s"}}]}}]}]}
        """
            .formatted(number, Instant.now().getEpochSecond(), text);
    return HttpRequest.newBuilder(
            URI.create("http://127.0.0.1:%d/webhooks/whatsapp/main".formatted(port)))
        .header("Content-Type", "application/json")
        .header("X-Hub-Signature-256", "sha256=" + hmac(body))
        .POST(BodyPublishers.ofString(body))
        .build();
  }

  /** 0 while nobody listens. */
  private static int status(HttpRequest request) throws InterruptedException {
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  private static String hmac(String body) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
