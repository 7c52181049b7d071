package dev.tapflow.flow.answer;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.IntStream;

/** Days that exist. */
final class Calendar {

  /** A 29 February comes at least once in so many years. */
  private static final int YEARS_SEARCHED = 8;

  /** Two digits of a year mean one up to so far ahead, else one of the past: people are born. */
  private static final int YEARS_AHEAD = 20;

  private Calendar() {}

  static Optional<LocalDate> day(int year, int month, int day) {
    try {
      return Optional.of(LocalDate.of(year, month, day));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  /** The next such day, today included. */
  static Optional<LocalDate> next(LocalDate today, int month, int day) {
    return IntStream.rangeClosed(0, YEARS_SEARCHED)
        .mapToObj(years -> day(today.getYear() + years, month, day))
        .flatMap(Optional::stream)
        .filter(found -> !found.isBefore(today))
        .findFirst();
  }

  /** The next such day after today. */
  static LocalDate next(LocalDate today, DayOfWeek weekday) {
    return today.with(TemporalAdjusters.next(weekday));
  }

  /** A year of two or four digits. */
  static int year(String digits, LocalDate today) {
    var year = Integer.parseInt(digits);
    if (digits.length() > 2) {
      return year;
    }
    var century = today.getYear() - today.getYear() % 100;
    var near = century + year;
    return near > today.getYear() + YEARS_AHEAD ? near - 100 : near;
  }
}
