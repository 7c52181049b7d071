package dev.tapflow.flow.answer;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The words for days of one language, folded. Names of months and weekdays are those of the Unicode
 * CLDR in the JDK, for every language; the small words are known for some.
 */
final class DayWords {

  private static final int KEPT = 500;

  /** From so many letters on, the beginning of a name is enough where it is of one name only. */
  private static final int SHORTEST = 3;

  private static final List<TextStyle> STYLES =
      List.of(
          TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);

  private static final ConcurrentHashMap<Locale, DayWords> KNOWN = new ConcurrentHashMap<>();

  private final Map<String, Integer> months = new HashMap<>();
  private final Map<String, DayOfWeek> weekdays = new HashMap<>();
  private final SmallWords small;

  private DayWords(Locale locale) {
    small = SmallWords.of(locale.getLanguage());
    for (var style : STYLES) {
      for (var month : Month.values()) {
        months.putIfAbsent(name(month.getDisplayName(style, locale)), month.getValue());
      }
      for (var day : DayOfWeek.values()) {
        weekdays.putIfAbsent(name(day.getDisplayName(style, locale)), day);
      }
    }
  }

  /** What is counted in "in 3 days". */
  enum Unit {
    DAY,
    WEEK,
    MONTH;

    LocalDate after(LocalDate today, int count) {
      return switch (this) {
        case DAY -> today.plusDays(count);
        case WEEK -> today.plusWeeks(count);
        case MONTH -> today.plusMonths(count);
      };
    }
  }

  static DayWords of(Locale locale) {
    var known = KNOWN.get(locale);
    if (known != null) {
      return known;
    }
    var made = new DayWords(locale);
    if (KNOWN.size() < KEPT) {
      KNOWN.put(locale, made);
    }
    return made;
  }

  /** Short names end with a full stop in some languages. */
  private static String name(String display) {
    var folded = Folded.of(display);
    return folded.endsWith(".") ? folded.substring(0, folded.length() - 1) : folded;
  }

  /** How many days from today: 1 for "tomorrow". */
  Optional<Integer> daysFromToday(String folded) {
    return Optional.ofNullable(small.days().get(folded));
  }

  Optional<Integer> month(String folded) {
    return named(months, folded);
  }

  Optional<DayOfWeek> weekday(String folded) {
    return named(weekdays, folded);
  }

  Optional<Unit> unit(String folded) {
    return Optional.ofNullable(small.units().get(folded));
  }

  /** What begins "in 3 days". */
  boolean isAhead(String folded) {
    return small.ahead().contains(folded);
  }

  boolean isOne(String folded) {
    return small.one().contains(folded);
  }

  /** A word that stands around a day and says nothing of its own. */
  boolean isFiller(String folded) {
    return small.fillers().contains(folded);
  }

  private static <T> Optional<T> named(Map<String, T> names, String word) {
    var exact = names.get(word);
    if (exact != null || word.length() < SHORTEST) {
      return Optional.ofNullable(exact);
    }
    var begun =
        names.entrySet().stream()
            .filter(it -> it.getKey().startsWith(word))
            .map(Map.Entry::getValue)
            .collect(Collectors.toSet());
    return begun.size() == 1 ? Optional.of(begun.iterator().next()) : Optional.empty();
  }
}
