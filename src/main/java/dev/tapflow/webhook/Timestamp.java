package dev.tapflow.webhook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The times that senders write. One from the future counts as now: clocks differ. */
final class Timestamp {

  /** Up to the year 9999; milliseconds since 1970 do not pass for seconds. */
  private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,12}(?:\\.\\d{1,9})?");

  private static final long LAST_SECOND = 253_402_300_799L;

  private static final DateTimeFormatter ISO_8601 =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .appendPattern("[XXX][XX][X]")
          .toFormatter(Locale.ROOT);

  private Timestamp() {}

  /** Epoch seconds as WhatsApp writes them; now where it wrote none. */
  static Instant lenient(Optional<String> written, Instant now) {
    return written.flatMap(Timestamp::epochSeconds).map(at -> notAfter(at, now)).orElse(now);
  }

  /** Epoch seconds, or ISO 8601 with an offset; empty for anything else. */
  static Optional<Instant> strict(String written, Instant now) {
    return epochSeconds(written).or(() -> iso8601(written)).map(at -> notAfter(at, now));
  }

  private static Instant notAfter(Instant at, Instant now) {
    return at.isAfter(now) ? now : at;
  }

  private static Optional<Instant> epochSeconds(String written) {
    if (!EPOCH_SECONDS.matcher(written).matches()) {
      return Optional.empty();
    }
    var seconds = new BigDecimal(written);
    var whole = seconds.longValue();
    var nanos = seconds.remainder(BigDecimal.ONE).movePointRight(9).longValue();
    return whole > LAST_SECOND
        ? Optional.empty()
        : Optional.of(Instant.ofEpochSecond(whole, nanos));
  }

  private static Optional<Instant> iso8601(String written) {
    try {
      // a year before our era, or beyond the database's, is nobody's message
      return Optional.of(OffsetDateTime.parse(written, ISO_8601).toInstant())
          .filter(at -> !at.isBefore(Instant.EPOCH));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
