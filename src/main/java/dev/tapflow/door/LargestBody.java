package dev.tapflow.door;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;

/** Refuses a body over 3 MiB: by what it says of its length, or while a silent one arrives. */
final class LargestBody implements Handler<RoutingContext> {

  /** Meta's largest webhook (source: Meta, Webhooks, "Payload size"). Bytes. */
  static final long BYTES = 3L * 1024 * 1024;

  private final BodyHandler counting = BodyHandler.create(false).setBodyLimit(BYTES);

  @Override
  public void handle(RoutingContext exchange) {
    var length = exchange.request().getHeader("Content-Length");
    if (length != null && isTooMuch(length)) {
      refuse(exchange);
    } else if (exchange.request().getHeader("Transfer-Encoding") != null) {
      counting.handle(exchange);
    } else {
      exchange.next();
    }
  }

  static void refuse(RoutingContext exchange) {
    exchange.response().putHeader("Connection", "close");
    new Problem(413, "Expected at most %d bytes".formatted(BYTES)).answer(exchange);
  }

  private static boolean isTooMuch(String length) {
    try {
      return Long.parseLong(length.strip()) > BYTES;
    } catch (NumberFormatException e) {
      return false; // the server itself refuses it
    }
  }
}
