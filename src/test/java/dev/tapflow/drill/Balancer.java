package dev.tapflow.drill;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * The proxy between Meta and the replicas: a webhook goes to any of them. It writes down what was
 * answered, for that is what was promised.
 */
final class Balancer implements AutoCloseable {

  private static final String SIGNATURE = "X-Hub-Signature-256";
  private static final int NOBODY = 502;

  static {
    // or every answer on a kept connection waits for the other side's acknowledgement
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private final ObjectMapper json = new ObjectMapper();
  private final Supplier<OptionalInt> ports;
  private final HttpServer server;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
  private final List<Answer> failures = new CopyOnWriteArrayList<>();

  /** A replica's answer that was not 200. */
  record Answer(int status, boolean saysWhenToComeBack) {}

  /**
   * @param ports picks the port of a replica that takes webhooks
   */
  Balancer(Supplier<OptionalInt> ports) throws IOException {
    this.ports = ports;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::pass);
    server.start();
  }

  String url() {
    return "http://localhost:%d/webhooks/whatsapp/main".formatted(server.getAddress().getPort());
  }

  /** The ids of customers' messages that were answered 200. */
  Set<String> acknowledged() {
    return acknowledged;
  }

  /** What replicas answered, other than 200; where none answered, nothing is noted. */
  List<Answer> failures() {
    return failures;
  }

  private void pass(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var signature = exchange.getRequestHeaders().getFirst(SIGNATURE);
      exchange.sendResponseHeaders(forward(body, signature), -1);
    }
  }

  private int forward(byte[] body, String signature) throws IOException {
    var port = ports.get();
    if (port.isEmpty()) {
      return NOBODY;
    }
    var address = "http://localhost:%d/webhooks/whatsapp/main".formatted(port.getAsInt());
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .timeout(Duration.ofSeconds(9))
            .header("Content-Type", "application/json")
            .header(SIGNATURE, signature)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    try {
      var answer = client.send(request, BodyHandlers.discarding());
      var comeBack = answer.headers().firstValue("Retry-After").isPresent();
      note(answer.statusCode(), comeBack, body);
      return answer.statusCode();
    } catch (IOException cut) {
      return NOBODY;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOBODY;
    }
  }

  private void note(int status, boolean saysWhenToComeBack, byte[] body) throws IOException {
    if (status != 200) {
      failures.add(new Answer(status, saysWhenToComeBack));
      return;
    }
    json.readTree(body)
        .at("/entry/0/changes/0/value/messages")
        .forEach(message -> acknowledged.add(message.path("id").asText()));
  }

  @Override
  public void close() {
    server.stop(0);
    client.shutdownNow();
  }
}
