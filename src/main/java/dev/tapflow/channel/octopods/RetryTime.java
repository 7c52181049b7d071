package dev.tapflow.channel.octopods;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the timestamp that a 429 carries. Octopods says that there is one, but not where
 * ("Interactive messages API"), so every usual place and form is read: {@code Retry-After} (seconds
 * or HTTP date), {@code X-RateLimit-Reset}, and any field of the body whose name contains {@code
 * retry} or {@code reset} (ISO 8601, epoch seconds or milliseconds, or seconds from now).
 */
final class RetryTime {

  private static final Pattern NUMBER = Pattern.compile("\\d{1,15}(\\.\\d+)?");

  /** Smaller numbers are a time from now, not a time since 1970. */
  private static final long FIRST_EPOCH_SECOND = 1_000_000_000L;

  private static final long FIRST_EPOCH_MILLI = 100_000_000_000L;

  /** A clock that is wrong must not silence a key for ever, nor let it knock without a pause. */
  private static final Duration LONGEST = Duration.ofHours(24);

  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private final Instant now;

  RetryTime(Instant now) {
    this.now = now;
  }

  /** Until when to wait, between a second and a day from now. */
  Optional<Instant> find(Function<String, Optional<String>> header, JsonNode body) {
    return Stream.of("Retry-After", "X-RateLimit-Reset")
        .flatMap(name -> header.apply(name).stream())
        .flatMap(text -> read(text).stream())
        .findFirst()
        .or(() -> inBody(body))
        .map(this::withinReason);
  }

  private Optional<Instant> inBody(JsonNode node) {
    return node.propertyStream()
        .filter(field -> isTelling(field.getKey()) && field.getValue().isValueNode())
        .flatMap(field -> read(field.getValue().asText()).stream())
        .findFirst()
        .or(
            () ->
                node.valueStream()
                    .filter(JsonNode::isContainerNode)
                    .flatMap(inner -> inBody(inner).stream())
                    .findFirst());
  }

  private static boolean isTelling(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.contains("retry") || lower.contains("reset");
  }

  private Optional<Instant> read(String text) {
    var trimmed = text.strip();
    return NUMBER.matcher(trimmed).matches()
        ? Optional.of(number(Double.parseDouble(trimmed)))
        : date(trimmed);
  }

  private Instant number(double number) {
    if (number < FIRST_EPOCH_SECOND) {
      return now.plusMillis((long) Math.ceil(number * 1000));
    }
    var millis = number < FIRST_EPOCH_MILLI ? number * 1000 : number;
    return Instant.ofEpochMilli((long) Math.ceil(millis));
  }

  private static Optional<Instant> date(String text) {
    return parse(text, it -> OffsetDateTime.parse(it).toInstant())
        .or(
            () ->
                parse(
                    text,
                    it ->
                        ZonedDateTime.parse(it, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant()));
  }

  private static Optional<Instant> parse(String text, Function<String, Instant> form) {
    try {
      return Optional.of(form.apply(text));
    } catch (DateTimeException notThisForm) {
      return Optional.empty();
    }
  }

  private Instant withinReason(Instant until) {
    var earliest = now.plus(SHORTEST);
    var latest = now.plus(LONGEST);
    return until.isBefore(earliest) ? earliest : until.isAfter(latest) ? latest : until;
  }
}
