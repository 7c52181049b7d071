package dev.tapflow.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapflow.message.CleanText;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.message.PhoneNumber;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * One customer's message in our own JSON:
 *
 * <ul>
 *   <li>{@code id}: the message's id, a text of at most 256 code points;
 *   <li>{@code phone}: the customer's number in E.164 form, with its plus sign;
 *   <li>{@code timestamp}: epoch seconds as a number or text, or ISO 8601 with an offset;
 *   <li>exactly one of {@code reply} (an object of {@code id} and {@code title}) and {@code text}.
 * </ul>
 *
 * <p>Other fields are not looked at; {@code null} counts as not there.
 */
record ReplyElement(JsonNode node) {

  private static final int LONGEST_ID = 256;

  /** What is wrong with an element: where, and what was expected. */
  record Fault(String field, String detail) {}

  /** The first thing that is wrong; empty where {@link #inbound} may be asked. */
  Optional<Fault> fault() {
    return Stream.<Supplier<Optional<Fault>>>of(
            this::shapeFault,
            this::idFault,
            this::phoneFault,
            this::timestampFault,
            this::choiceFault,
            this::replyFault,
            this::textFault)
        .map(Supplier::get)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The event it stands for; only where nothing is wrong with it. */
  Inbound inbound(String channel, Instant now, byte[] raw) {
    var phone = phone().orElseThrow();
    return new Inbound(
        ContactKey.of(channel, phone),
        text(node, "id").orElseThrow(),
        timestamp(now).orElseThrow(),
        new Event.Message(Optional.of(phone), Optional.empty(), Optional.empty(), content()),
        raw);
  }

  private Content content() {
    var reply = node.path("reply");
    return node.hasNonNull("text")
        ? new Content.Text(text(node, "text").orElseThrow())
        : new Content.Tap(text(reply, "id"), text(reply, "title").orElseThrow());
  }

  private Optional<Fault> shapeFault() {
    return unless(node.isObject(), "element", "expected an object");
  }

  private Optional<Fault> idFault() {
    var right =
        text(node, "id").filter(id -> id.codePointCount(0, id.length()) <= LONGEST_ID).isPresent();
    return unless(right, "id", "expected a text of 1 to %d characters".formatted(LONGEST_ID));
  }

  private Optional<Fault> phoneFault() {
    return unless(phone().isPresent(), "phone", "expected an E.164 number such as +34600000001");
  }

  private Optional<Fault> timestampFault() {
    return unless(
        timestamp(Instant.MAX).isPresent(),
        "timestamp",
        "expected epoch seconds such as 1767607200, or ISO 8601 such as 2026-01-05T10:00:00Z");
  }

  private Optional<Fault> choiceFault() {
    return unless(
        node.hasNonNull("reply") != node.hasNonNull("text"),
        "reply",
        "expected exactly one of reply and text");
  }

  private Optional<Fault> replyFault() {
    if (!node.hasNonNull("reply")) {
      return Optional.empty();
    }
    var reply = node.path("reply");
    return unless(reply.isObject(), "reply", "expected an object of id and title")
        .or(() -> unless(text(reply, "id").isPresent(), "reply.id", "expected a text"))
        .or(() -> unless(text(reply, "title").isPresent(), "reply.title", "expected a text"));
  }

  private Optional<Fault> textFault() {
    return node.hasNonNull("text")
        ? unless(text(node, "text").isPresent(), "text", "expected a text that is not empty")
        : Optional.empty();
  }

  private Optional<PhoneNumber> phone() {
    return text(node, "phone").filter(text -> text.startsWith("+")).flatMap(PhoneNumber::parse);
  }

  private Optional<Instant> timestamp(Instant now) {
    var written = node.path("timestamp");
    return Timestamp.strict(written.isDouble() ? plain(written) : written.asText(), now);
  }

  /** Without an exponent; far beyond any time it may keep one. */
  private static String plain(JsonNode number) {
    return Math.abs(number.doubleValue()) < 1e12
        ? BigDecimal.valueOf(number.doubleValue()).toPlainString()
        : number.asText();
  }

  /** A text that is not empty, clean enough for the database. */
  private static Optional<String> text(JsonNode from, String name) {
    var value = from.path(name);
    return value.isTextual() && !value.asText().isEmpty()
        ? Optional.of(CleanText.of(value.asText()))
        : Optional.empty();
  }

  private static Optional<Fault> unless(boolean right, String field, String detail) {
    return right ? Optional.empty() : Optional.of(new Fault(field, detail));
  }
}
