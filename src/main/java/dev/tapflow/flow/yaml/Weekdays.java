package dev.tapflow.flow.yaml;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Days as hours name them: {@code mon}, {@code mon-fri}, {@code sat, sun}. */
final class Weekdays {

  private static final int DAYS = 7;

  private Weekdays() {}

  /** Empty where one of the names is no day. */
  static List<DayOfWeek> of(String written) {
    var ranges = Stream.of(written.split(",", -1)).map(it -> range(it.strip())).toList();
    return ranges.stream().anyMatch(List::isEmpty)
        ? List.of()
        : ranges.stream().flatMap(List::stream).toList();
  }

  static String name(DayOfWeek day) {
    return day.name().substring(0, 3).toLowerCase(Locale.ROOT);
  }

  private static List<DayOfWeek> range(String written) {
    var ends = Stream.of(written.split("-", -1)).map(it -> day(it.strip())).toList();
    if (ends.size() > 2 || ends.stream().anyMatch(List::isEmpty)) {
      return List.of();
    }
    var from = ends.getFirst().getFirst();
    var to = ends.getLast().getFirst();
    int days = Math.floorMod(to.getValue() - from.getValue(), DAYS) + 1;
    return IntStream.range(0, days).mapToObj(from::plus).toList();
  }

  private static List<DayOfWeek> day(String written) {
    return Stream.of(DayOfWeek.values()).filter(it -> name(it).equals(written)).toList();
  }
}
