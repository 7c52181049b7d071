package dev.tapflow.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Reads our own JSON: one {@link ReplyElement}, or an array of at most 1,000. One violation refuses
 * the whole body.
 */
final class RepliesReader {

  private static final int MOST = 1000;

  private final String channel;
  private final byte[] body;
  private final Instant now;

  RepliesReader(String channel, byte[] body, Instant now) {
    this.channel = channel;
    this.body = body;
    this.now = now;
  }

  Reading read(JsonNode json) {
    if (!json.isObject() && !json.isArray()) {
      return Reading.Violation.of("Expected an object or an array of objects");
    }
    if (json.isArray() && json.size() > MOST) {
      return Reading.Violation.of(
          "Expected at most %d elements, but got %d".formatted(MOST, json.size()));
    }
    var elements =
        (json.isArray() ? json.valueStream() : Stream.of(json)).map(ReplyElement::new).toList();
    return firstViolation(elements).<Reading>map(found -> found).orElseGet(() -> taken(elements));
  }

  private static Optional<Reading.Violation> firstViolation(List<ReplyElement> elements) {
    return IntStream.range(0, elements.size())
        .boxed()
        .flatMap(index -> elements.get(index).fault().map(fault -> at(index, fault)).stream())
        .findFirst();
  }

  private static Reading.Violation at(int index, ReplyElement.Fault fault) {
    return Reading.Violation.at(index, fault.field(), fault.detail());
  }

  private Reading taken(List<ReplyElement> elements) {
    var messages =
        elements.stream().map(element -> element.inbound(channel, now, raw(elements, element)));
    return new Reading.Understood(Incoming.of(messages.toList()));
  }

  /** The bytes as they came, or the element's own where others came with it. */
  private byte[] raw(List<ReplyElement> elements, ReplyElement element) {
    return elements.size() == 1 ? body : Json.write(element.node());
  }
}
