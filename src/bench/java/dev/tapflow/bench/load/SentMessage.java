package dev.tapflow.bench.load;

import java.nio.charset.StandardCharsets;

/** A message as the bot sends it to Octopods, read no further than is needed. */
final class SentMessage {

  private static final byte[] PHONE = Bytes.of("\"destination_phone\":\"+");
  private static final byte[] LIST = Bytes.of("\"type\":\"list\"");
  private static final byte[] ID = Bytes.of("\"id\":\"");
  private static final byte[] TITLE = Bytes.of("\"title\":\"");
  private static final byte[] QUOTE = Bytes.of("\"");

  private final byte[] body;
  private final int from;
  private final int to;

  SentMessage(byte[] body, int from, int to) {
    this.body = body;
    this.from = from;
    this.to = to;
  }

  long number() {
    return Bytes.number(body, expect(PHONE, from));
  }

  /** One of its options, at random. */
  int option(Taps taps, Customers customers) {
    var isList = Bytes.after(body, from, to, LIST) > 0;
    var chosen = customers.random(options());
    var id = from;
    for (var i = 0; i <= chosen; i++) {
      id = expect(ID, id);
    }
    var idEnd = expect(QUOTE, id) - 1;
    var title = expect(TITLE, idEnd);
    return taps.numberOf(body, id, idEnd, title, expect(QUOTE, title) - 1, isList);
  }

  private int options() {
    var count = 0;
    for (var at = Bytes.after(body, from, to, ID); at > 0; at = Bytes.after(body, at, to, ID)) {
      count++;
    }
    if (count == 0) {
      throw new IllegalStateException(
          "Expected a question with options, but got a message without");
    }
    return count;
  }

  private int expect(byte[] what, int start) {
    var at = Bytes.after(body, start, to, what);
    if (at < 0) {
      throw new IllegalStateException(
          "Expected %s in a message".formatted(new String(what, StandardCharsets.US_ASCII)));
    }
    return at;
  }
}
