package dev.tapflow.aot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The other side of the API: accepts every message. */
final class Octopods implements AutoCloseable {

  private static final String NOTHING_SENT = "{\"request_id\":\"r\",\"messages\":[]}";
  private static final String ACCEPTED =
      "{\"request_id\":\"r\",\"message_id\":%1$d,\"channel_message_id\":\"wamid.%1$d\"}";

  private final HttpServer server;
  private final AtomicInteger ids = new AtomicInteger(1);
  private final Semaphore accepted = new Semaphore(0);

  Octopods() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Whether so many messages come in time. */
  boolean accepts(int messages, long seconds) throws InterruptedException {
    return accepted.tryAcquire(messages, seconds, TimeUnit.SECONDS);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      if (exchange.getRequestMethod().equals("POST")) {
        respond(exchange, 201, ACCEPTED.formatted(ids.incrementAndGet()));
        accepted.release();
      } else {
        respond(exchange, 200, NOTHING_SENT);
      }
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
