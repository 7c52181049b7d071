package dev.tapflow.journey;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The production jar in a process of its own, which can be killed. */
final class BotProcess implements AutoCloseable {

  static final String SECRET = "a-secret-of-the-kill-test";

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final int port;

  private BotProcess(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Starts the jar on a free port and waits until it is ready. */
  static BotProcess start(String jdbcUrl, String octopodsUrl) throws IOException {
    return start(jdbcUrl, octopodsUrl, Map.of());
  }

  static BotProcess start(String jdbcUrl, String octopodsUrl, Map<String, String> more)
      throws IOException {
    var port = freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var builder =
        new ProcessBuilder(java, "-jar", "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/kill-test.log")));
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT", String.valueOf(port),
                "QUARKUS_DATASOURCE_JDBC_URL", jdbcUrl,
                "QUARKUS_DATASOURCE_USERNAME", "postgres",
                "QUARKUS_DATASOURCE_PASSWORD", "postgres",
                "TAPFLOW_CHANNELS_MAIN_KIND", "octopods",
                "TAPFLOW_CHANNELS_MAIN_OCTOPODS_URL", octopodsUrl,
                "TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY", "a-key",
                "TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", SECRET,
                "TAPFLOW_CHANNELS_MAIN_CLOUD_VERIFY_TOKEN", "a-token"));
    builder.environment().putAll(more);
    var bot = new BotProcess(builder.start(), port);
    await("the bot to be ready; its log is target/kill-test.log")
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(20))
        .until(bot::isReady);
    return bot;
  }

  /** {@code kill -9}. */
  void kill() {
    process.destroyForcibly().onExit().join();
  }

  /** {@code kill -TERM}. */
  void askToEnd() {
    process.destroy();
  }

  /** Its exit code; one that stays is a failure. */
  int awaitEnd(Duration atMost) throws InterruptedException {
    if (!process.waitFor(atMost)) {
      throw new AssertionError("Expected the bot to end within " + atMost + ", but it runs");
    }
    return process.exitValue();
  }

  /** The status of a health route; 0 while nobody listens. */
  int health(String route) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/q/health/" + route))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Delivers a message as Meta does, and returns the status it was answered with. */
  int deliver(String number, String messageId, String typeAndContent) {
    var body =
        """
        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages",
         "value":{"messaging_product":"whatsapp",
          "metadata":{"display_phone_number":"34910000000","phone_number_id":"1055"},
          "contacts":[{"profile":{"name":"Ana"},"wa_id":"%s"}],
          "messages":[{"from":"%s","id":"%s","timestamp":"%d",%s}]}}]}]}
        """
            .formatted(number, number, messageId, Instant.now().getEpochSecond(), typeAndContent);
    return post(body);
  }

  private int post(String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/webhooks/whatsapp/main"))
            .header("Content-Type", "application/json")
            .header("X-Hub-Signature-256", "sha256=" + hmac(body))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      throw new IllegalStateException("Expected an answer to a webhook", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
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

  private boolean isReady() {
    if (!process.isAlive()) {
      throw new IllegalStateException(
          "Expected a running bot, but it ended with " + process.exitValue());
    }
    return health("ready") == 200;
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    kill();
  }
}
