package dev.tapflow.flow.answer;

import dev.tapflow.flow.AnswerReader.Custom;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A day in words of one language: "tomorrow", "next Friday", "5 March", "in 3 days". */
final class SpokenDate {

  private static final Pattern PIECE = Pattern.compile("\\d+|[\\p{L}'][\\p{L}'-]*");

  /** Between the pieces; anything else is no date. */
  private static final Pattern BETWEEN = Pattern.compile("[ .,/\u00BA\u00AA\u00B0-]*");

  /** The numbers of the text, with all between them. */
  private static final Pattern NUMBERS = Pattern.compile("\\d.*\\d\\.?|\\d");

  private final DayWords words;
  private final Custom custom;
  private final List<String> numbers = new ArrayList<>();
  private boolean ahead;
  private boolean one;
  private @Nullable Integer month;
  private @Nullable DayOfWeek weekday;

  /** A short name that is a month's too, as "mar" in Spanish. */
  private @Nullable DayOfWeek weekdayOrMonth;

  private DayWords.@Nullable Unit unit;

  private SpokenDate(DayWords words, Custom custom) {
    this.words = words;
    this.custom = custom;
  }

  static Optional<LocalDate> read(String folded, Locale locale, Custom custom) {
    var words = DayWords.of(locale);
    var named = words.daysFromToday(folded).map(days -> custom.today().plusDays(days));
    return named.or(() -> new SpokenDate(words, custom).day(folded));
  }

  private Optional<LocalDate> day(String folded) {
    var whole = words.weekday(folded);
    if (whole.isPresent()) {
      return Optional.of(Calendar.next(custom.today(), whole.get()));
    }
    var piece = PIECE.matcher(folded);
    int end = 0;
    while (piece.find()) {
      if (!isBetween(folded, end, piece.start()) || !takes(piece.group())) {
        return Optional.empty();
      }
      end = piece.end();
    }
    return isBetween(folded, end, folded.length()) ? found(folded) : Optional.empty();
  }

  private static boolean isBetween(String text, int from, int to) {
    return !(from == 0 && text.startsWith("-")) && BETWEEN.matcher(text).region(from, to).matches();
  }

  /** False where it says something that a day does not. */
  private boolean takes(String piece) {
    if (Character.isDigit(piece.charAt(0))) {
      return numbers.add(piece);
    }
    ahead |= words.isAhead(piece);
    one |= words.isOne(piece);
    var asMonth = words.month(piece);
    var asWeekday = words.weekday(piece);
    var asUnit = words.unit(piece);
    asMonth.ifPresent(it -> month = it);
    asUnit.ifPresent(it -> unit = it);
    if (asMonth.isPresent()) {
      asWeekday.ifPresent(it -> weekdayOrMonth = it);
    } else {
      asWeekday.ifPresent(it -> weekday = it);
    }
    return asMonth.isPresent() || asWeekday.isPresent() || asUnit.isPresent() || isSmall(piece);
  }

  private boolean isSmall(String piece) {
    return words.isFiller(piece) || words.isAhead(piece) || words.isOne(piece);
  }

  private Optional<LocalDate> found(String folded) {
    if (unit != null) {
      return month == null && weekday == null ? ahead(unit) : Optional.empty();
    }
    if (numbers.isEmpty()) {
      return Optional.ofNullable(weekday == null ? weekdayOrMonth : weekday)
          .filter(_ -> !ahead && !one)
          .map(it -> Calendar.next(custom.today(), it));
    }
    return (month == null ? inNumbers(folded) : written(month)).filter(this::isOnTheWeekday);
  }

  private boolean isOnTheWeekday(LocalDate day) {
    return weekday == null || day.getDayOfWeek() == weekday;
  }

  /** "Friday, 5/3". */
  private Optional<LocalDate> inNumbers(String folded) {
    var found = NUMBERS.matcher(folded);
    return weekday != null && found.find()
        ? NumericDate.read(found.group(), DateOrder.of(custom), custom.today())
        : Optional.empty();
  }

  /** "In 3 days", "in a week". */
  private Optional<LocalDate> ahead(DayWords.Unit unit) {
    if (!ahead
        || numbers.size() + (one ? 1 : 0) != 1
        || (!one && numbers.getFirst().length() > 3)) {
      return Optional.empty();
    }
    return Optional.of(unit.after(custom.today(), one ? 1 : Integer.parseInt(numbers.getFirst())));
  }

  /** A day and month, and perhaps a year, which has four digits or comes last. */
  private Optional<LocalDate> written(int month) {
    if (numbers.size() > 2 || numbers.stream().anyMatch(it -> it.length() > 4)) {
      return Optional.empty();
    }
    var yearFirst = numbers.getFirst().length() == 4;
    var day = numbers.get(yearFirst ? numbers.size() - 1 : 0);
    if (day.length() > 2) {
      return Optional.empty();
    }
    if (numbers.size() == 1) {
      return Calendar.next(custom.today(), month, Integer.parseInt(day));
    }
    var year = numbers.get(yearFirst ? 0 : 1);
    return year.length() == 2 || year.length() == 4
        ? Calendar.day(Calendar.year(year, custom.today()), month, Integer.parseInt(day))
        : Optional.empty();
  }
}
