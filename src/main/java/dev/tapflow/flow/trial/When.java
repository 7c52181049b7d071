package dev.tapflow.flow.trial;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A moment as a test writes it: {@code 2026-03-02T10:00:00+01:00}, or without a zone in the bot's
 * calendar.
 */
public record When(LocalDateTime local, Optional<ZoneId> zone) {

  /** When a case begins that does not say when: a Monday. */
  public static final When BEGINNING =
      new When(LocalDateTime.of(2026, 1, 5, 10, 0), Optional.of(ZoneOffset.UTC));

  /** Empty where the text is no moment. */
  public static Optional<When> parse(String text) {
    return offset(text).or(() -> local(text)).or(() -> day(text));
  }

  /** The moment, where a zone is missing in this one. */
  public Instant in(ZoneId calendar) {
    return local.atZone(zone.orElse(calendar)).toInstant();
  }

  private static Optional<When> offset(String text) {
    try {
      var moment = OffsetDateTime.parse(text.replace(' ', 'T'));
      return Optional.of(new When(moment.toLocalDateTime(), Optional.of(moment.getOffset())));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<When> local(String text) {
    try {
      return Optional.of(new When(LocalDateTime.parse(text.replace(' ', 'T')), Optional.empty()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Optional<When> day(String text) {
    try {
      return Optional.of(new When(LocalDate.parse(text).atStartOfDay(), Optional.empty()));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
