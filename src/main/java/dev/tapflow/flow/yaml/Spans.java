package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Hours;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the times of a day: {@code 09:00-12:30, 13:30-18:00}, or {@code closed}. The last of them
 * may end on the next day: {@code 18:00-02:00}.
 */
final class Spans {

  private static final Pattern SPAN =
      Pattern.compile("([01]?\\d|2[0-3]):([0-5]\\d)\\s*[-–]\\s*([01]?\\d|2[0-4]):([0-5]\\d)");
  private static final int MIDNIGHT = 24 * 60;

  /** A longer night is rather a slip: 09:00-6:00 was meant to end in the evening. */
  private static final int LONGEST_NIGHT = 14 * 60;

  private Spans() {}

  static List<Hours.Span> of(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    var spans = new ArrayList<Hours.Span>();
    int open = 0;
    for (var one : written.equals("closed") ? new String[0] : written.split(",", -1)) {
      var parts = SPAN.matcher(one.strip());
      int from = parts.matches() ? minutes(parts.group(1), parts.group(2)) : 0;
      int to = parts.matches() ? minutes(parts.group(3), parts.group(4)) : 0;
      if (from < open || to > MIDNIGHT || length(from, to) == 0 || isTooLongANight(from, to)) {
        report(scalar, page);
        return List.of();
      }
      // after a span that ends on the next day, nothing more begins on this one
      open = to < from ? MIDNIGHT : to;
      spans.add(new Hours.Span(time(from), time(to)));
    }
    return spans;
  }

  private static boolean isTooLongANight(int from, int to) {
    return to < from && length(from, to) > LONGEST_NIGHT;
  }

  private static int length(int from, int to) {
    return to < from ? to + MIDNIGHT - from : to - from;
  }

  private static int minutes(String hours, String minutes) {
    return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
  }

  /** A span ends before its second time; the last moment of a day stands for 24:00. */
  private static LocalTime time(int minutes) {
    return minutes == MIDNIGHT ? LocalTime.MAX : LocalTime.ofSecondOfDay(minutes * 60L);
  }

  private static void report(Yaml.Scalar scalar, Page page) {
    page.error(
        "bad-hours",
        scalar,
        "Expected times in order, such as 09:00-12:30, 13:30-18:00 or 18:00-02:00 (only the last"
            + " past midnight, at most 14 hours), or closed; got \"%s\"".formatted(scalar.value()));
  }
}
