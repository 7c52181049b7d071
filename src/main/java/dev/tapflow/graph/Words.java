package dev.tapflow.graph;

import dev.tapflow.flow.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.stream.Collectors;

/** Texts as a picture has room for them. */
final class Words {

  private static final int LONGEST = 60;

  private Words() {}

  /** The first language's words, insertions as they are written, shortened. */
  static String of(Text text) {
    return shortened(
        text.parts().stream()
            .map(
                part ->
                    switch (part) {
                      case Text.Part.Literal(var literal) -> literal;
                      case Text.Part.Inserted(var expression) -> "${" + expression.source() + "}";
                    })
            .collect(Collectors.joining()));
  }

  static String shortened(String text) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)).strip() + "…";
  }

  /** As authors write it: {@code 1h 30m}. */
  static String of(Duration duration) {
    var parts = new ArrayList<String>();
    add(parts, duration.toDays(), "d");
    add(parts, duration.toHoursPart(), "h");
    add(parts, duration.toMinutesPart(), "m");
    add(parts, duration.toSecondsPart(), "s");
    return parts.isEmpty() ? "0s" : String.join(" ", parts);
  }

  private static void add(ArrayList<String> parts, long amount, String unit) {
    if (amount > 0) {
      parts.add(amount + unit);
    }
  }
}
