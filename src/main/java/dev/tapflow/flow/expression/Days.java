package dev.tapflow.flow.expression;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Calculates with days in a calendar. */
final class Days {

  private static final int PATTERN_LENGTH = 100;
  private static final int CACHED_FORMATS = 1_000;

  /** Patterns are few where they are literals; what customers could bring in is not kept. */
  private static final ConcurrentHashMap<Format, DateTimeFormatter> FORMATS =
      new ConcurrentHashMap<>();

  private record Format(String pattern, Locale locale) {}

  private Days() {}

  static Optional<String> checkPattern(String pattern) {
    try {
      formatter(pattern, Locale.ROOT);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(
          "'%s' is no pattern of a date; write one such as 'EEEE d MMMM' or 'dd.MM.yyyy HH:mm'."
              .formatted(pattern));
    }
  }

  static Optional<String> checkPeriod(String period) {
    try {
      plus(LocalDate.EPOCH.atStartOfDay(ZoneId.of("UTC")).toInstant(), period, ZoneId.of("UTC"));
      return Optional.empty();
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.of(
          "'%s' is no length of time; write one such as 'P1D', 'P2W', 'P1M' or 'PT30M'."
              .formatted(period));
    }
  }

  static String format(TemporalAccessor time, String pattern, Locale locale) {
    return formatter(pattern, locale).format(time);
  }

  private static DateTimeFormatter formatter(String pattern, Locale locale) {
    if (pattern.length() > PATTERN_LENGTH) {
      throw new IllegalArgumentException("a date pattern that is too long");
    }
    var key = new Format(pattern, locale);
    var known = FORMATS.get(key);
    if (known != null) {
      return known;
    }
    var made = DateTimeFormatter.ofPattern(pattern, locale);
    if (FORMATS.size() < CACHED_FORMATS) {
      FORMATS.put(key, made);
    }
    return made;
  }

  static LocalDate plus(LocalDate day, String period) {
    return day.plus(Period.parse(period));
  }

  /** Days and months of the calendar, or hours and minutes of the clock. */
  static Instant plus(Instant time, String period, ZoneId zone) {
    return period.toUpperCase(Locale.ROOT).contains("T")
        ? time.plus(Duration.parse(period))
        : time.atZone(zone).plus(Period.parse(period)).toInstant();
  }

  /** The day of a day or a moment. */
  static LocalDate dayOf(Object time, ZoneId zone) {
    return switch (time) {
      case LocalDate day -> day;
      case Instant moment -> moment.atZone(zone).toLocalDate();
      default -> throw new IllegalArgumentException("something that is no day");
    };
  }

  /** What a date pattern can be applied to. */
  static TemporalAccessor inCalendar(Object time, ZoneId zone) {
    return switch (time) {
      case LocalDate day -> day;
      case LocalTime timeOfDay -> timeOfDay;
      case Instant moment -> moment.atZone(zone);
      default -> throw new IllegalArgumentException("something that is no time");
    };
  }
}
