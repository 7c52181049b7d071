package dev.tapflow.door;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;

/** Refuses a body over 3 MiB: by what it says of its length, or while a silent one arrives. */
final class LargestBody implements Handler<RoutingContext> {

  /** Meta's largest webhook (source: Meta, Webhooks, "Payload size"). Bytes. */
  static final long BYTES = 3L * 1024 * 1024;

  @Override
  public void handle(RoutingContext exchange) {
    var length = exchange.request().getHeader("Content-Length");
    if (length != null && isTooMuch(length)) {
      refuse(exchange);
    } else if (exchange.request().getHeader("Transfer-Encoding") != null) {
      read(exchange);
    } else {
      exchange.next();
    }
  }

  /**
   * Not by the framework's own handler: that one takes a body for a form when its type says so, and
   * a chunked one that is no form is refused by the length of its fields, or never answered.
   */
  private static void read(RoutingContext exchange) {
    var body = Buffer.buffer();
    var request = exchange.request();
    if ("100-continue".equalsIgnoreCase(request.getHeader("Expect"))) {
      exchange.response().writeContinue();
    }
    request
        .exceptionHandler(exchange::fail)
        .endHandler(
            end -> {
              if (!exchange.response().ended()) {
                ((RoutingContextInternal) exchange).setBody(body);
                exchange.next();
              }
            })
        .handler(
            piece -> {
              // what still comes after the refusal is heard and forgotten
              if (exchange.response().ended()) {
                return;
              }
              if (body.length() + piece.length() > BYTES) {
                refuse(exchange);
              } else {
                body.appendBuffer(piece);
              }
            })
        .resume();
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
