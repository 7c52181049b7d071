package dev.tapflow.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The vendor, Meta and the customers' phones: a sandbox in a process of its own, which nothing
 * happens to, so that its record is whole.
 */
final class OtherSide implements AutoCloseable {

  static final String KEY = "a-key-of-the-drill";
  static final String SECRET = "a-secret-of-the-drill";

  private static final String TOKEN = "a-token-of-the-drill-that-is-long-enough";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port = Program.freePort();
  private final Map<String, String> environment;
  private Optional<Program> program = Optional.empty();

  OtherSide(Map<String, String> database, String webhookUrl) {
    environment = new HashMap<>(database);
    environment.put("TAPFLOW_SANDBOX_ENABLED", "true");
    environment.put("TAPFLOW_SANDBOX_API_KEY", KEY);
    environment.put("TAPFLOW_SANDBOX_WEBHOOK_URL", webhookUrl);
    environment.put("TAPFLOW_SANDBOX_WEBHOOK_SECRET", SECRET);
    environment.put("TAPFLOW_API_TOKEN", TOKEN);
    environment.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_URL", url());
    environment.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY", "unused");
    environment.put("TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", "unused");
    environment.put("TAPFLOW_CHANNELS_MAIN_CLOUD_VERIFY_TOKEN", "unused");
  }

  void start() {
    program = Optional.of(Program.start("sandbox", port, environment));
  }

  void awaitReady() {
    program.orElseThrow().awaitReady();
  }

  /** Where replicas find Octopods. */
  String url() {
    return "http://localhost:%d/sandbox/octopods/api/v1".formatted(port);
  }

  void moveIn(String phone) {
    ask("PUT", "/sandbox/phones/" + phone, "{\"name\":\"Somebody\"}");
  }

  /** The id that Meta gives to what was typed. */
  String types(String phone, String text) {
    var body = JSON.createObjectNode().put("text", text);
    return ask("POST", "/sandbox/phones/%s/texts".formatted(phone), body.toString())
        .path("id")
        .asText();
  }

  /** The id that Meta gives to the tap. */
  String taps(Accepted message) {
    var body =
        JSON.createObjectNode()
            .put("message_id", message.channelMessageId())
            .put("option_id", message.option());
    var path = "/sandbox/phones/%s/taps".formatted(message.message().phone());
    return ask("POST", path, body.toString()).path("id").asText();
  }

  void order(Faults.Order fault) {
    ask("POST", "/sandbox/control/faults", fault.json());
  }

  void mend() {
    ask("DELETE", "/sandbox/control/faults", "");
  }

  List<Accepted> acceptedAfter(long id) {
    return all("/sandbox/control/accepted?after=" + id).map(Accepted::of).toList();
  }

  /** What the faults struck. */
  List<Faults.Struck> struck() {
    return all("/sandbox/control/faults/struck").map(Faults.Struck::of).toList();
  }

  private Stream<JsonNode> all(String path) {
    return StreamSupport.stream(ask("GET", path, "").spliterator(), false);
  }

  private JsonNode ask(String method, String path, String body) {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(60))
            .header("Authorization", "Bearer " + TOKEN)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "Expected the sandbox to do %s %s, but it said %d"
                .formatted(method, path, answer.statusCode()));
      }
      return JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("Expected the sandbox to answer " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
    program.ifPresent(Program::close);
  }
}
