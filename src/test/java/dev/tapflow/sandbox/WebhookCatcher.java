package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A webhook's receiver, which answers as it is told, 200 when it is told nothing. */
final class WebhookCatcher implements AutoCloseable {

  /** What was posted, byte for byte, and the signature it came with. */
  record Caught(byte[] body, String signature) {

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    /** What Meta calls the value of the only change. */
    JsonNode value() {
      return Json.object(body).orElseThrow().at("/entry/0/changes/0/value");
    }
  }

  private final HttpServer server;
  private final BlockingQueue<Caught> caught = new LinkedBlockingQueue<>();
  private final ConcurrentLinkedQueue<Integer> answers = new ConcurrentLinkedQueue<>();

  WebhookCatcher() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort() + "/webhook";
  }

  /** The next post is answered with this. */
  void answer(int status) {
    answers.add(status);
  }

  Caught next() throws InterruptedException {
    var next = caught.poll(20, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("Expected a webhook to be posted, but none came");
    }
    return next;
  }

  private void handle(HttpExchange exchange) throws IOException {
    var body = exchange.getRequestBody().readAllBytes();
    caught.add(new Caught(body, exchange.getRequestHeaders().getFirst("X-Hub-Signature-256")));
    var status = answers.poll();
    exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
