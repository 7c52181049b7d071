package dev.tapflow.journey;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** The least of Octopods that a killed bot needs on the other side; it outlives the bot. */
final class OctopodsStub implements AutoCloseable {

  private final HttpServer server;
  private final List<JsonPath> accepted = new CopyOnWriteArrayList<>();
  private final AtomicInteger messageIds = new AtomicInteger(700_000);
  private final AtomicInteger inHand = new AtomicInteger();
  private volatile CountDownLatch gate = new CountDownLatch(0);
  private volatile boolean away;

  OctopodsStub() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What was accepted for a number, in order. */
  List<JsonPath> acceptedFor(String number) {
    return accepted.stream()
        .filter(body -> ("+" + number).equals(body.getString("destination_phone")))
        .toList();
  }

  /** How many messages were accepted for each number. */
  Map<String, Long> accepted() {
    return accepted.stream()
        .collect(
            Collectors.groupingBy(
                body -> body.getString("destination_phone").substring(1), Collectors.counting()));
  }

  /** Answers 503 to every send, so that nothing leaves, until it is back. */
  void goAway() {
    away = true;
  }

  void comeBack() {
    away = false;
  }

  /** Takes sends, and answers them only when it is let go on. */
  void hesitate() {
    gate = new CountDownLatch(1);
  }

  void goOn() {
    gate.countDown();
  }

  /** Sends that wait for an answer. */
  int inHand() {
    return inHand.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (exchange.getRequestMethod().equals("GET")) {
        respond(exchange, 200, "{\"request_id\":\"r\",\"messages\":[]}");
      } else if (away) {
        respond(exchange, 503, "{}");
      } else {
        hold();
        accepted.add(new JsonPath(body));
        var id = messageIds.incrementAndGet();
        respond(
            exchange,
            201,
            "{\"request_id\":\"r\",\"message_id\":%d,\"channel_message_id\":\"wamid.OUT%d\"}"
                .formatted(id, id));
      }
    }
  }

  private void hold() {
    inHand.incrementAndGet();
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      inHand.decrementAndGet();
    }
  }

  private static void respond(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
