package dev.tapflow.flow.answer;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day in numbers: "5/3", "05.03.2026", "5-3-26", "2026-03-05". */
final class NumericDate {

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(?<year>\\d{4})([-/. ])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})\\.?");

  private static final Pattern YEAR_LAST =
      Pattern.compile(
          "(?<one>\\d{1,2}) ?([-/.]) ?(?<other>\\d{1,2})(?: ?\\2 ?(?<year>\\d{4}|\\d{2}))?\\.?");

  private NumericDate() {}

  static Optional<LocalDate> read(String folded, DateOrder order, LocalDate today) {
    var first = YEAR_FIRST.matcher(folded);
    if (first.matches()) {
      return Calendar.day(
          Integer.parseInt(first.group("year")),
          Integer.parseInt(first.group("month")),
          Integer.parseInt(first.group("day")));
    }
    var last = YEAR_LAST.matcher(folded);
    if (!last.matches()) {
      return Optional.empty();
    }
    var one = Integer.parseInt(last.group("one"));
    var other = Integer.parseInt(last.group("other"));
    // 31/12 can only be meant in one way, whatever the customer's country does
    var monthFirst = order == DateOrder.MONTH_FIRST ? one <= 12 : other > 12;
    return monthFirst
        ? day(one, other, last.group("year"), today)
        : day(other, one, last.group("year"), today);
  }

  private static Optional<LocalDate> day(
      int month, int day, @Nullable String year, LocalDate today) {
    return year == null
        ? Calendar.next(today, month, day)
        : Calendar.day(Calendar.year(year, today), month, day);
  }
}
