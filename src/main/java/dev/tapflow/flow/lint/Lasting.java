package dev.tapflow.flow.lint;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long something lasts, in words: {@code 25 h}, {@code 1 h 30 min}. */
final class Lasting {

  private Lasting() {}

  static String words(Duration time) {
    var words =
        Stream.of(
                part(time.toHours(), "h"),
                part(time.toMinutesPart(), "min"),
                part(time.toSecondsPart(), "s"))
            .filter(it -> !it.isEmpty())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "0 s" : words;
  }

  private static String part(long amount, String unit) {
    return amount == 0 ? "" : amount + " " + unit;
  }
}
