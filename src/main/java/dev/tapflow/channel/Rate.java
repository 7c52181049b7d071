package dev.tapflow.channel;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How much may be sent: a burst, and how fast it fills again. Written {@code 80/1s} (80 each
 * second, as many at once) or {@code 45+1/6s} (45 at once, then one each 6 seconds).
 *
 * @param burst messages that may go at once
 * @param each messages that come back in every {@code period}
 * @param period at least a millisecond
 */
public record Rate(int burst, int each, Duration period) {

  private static final Pattern FORM =
      Pattern.compile("(?:(\\d{1,6})\\+)?(\\d{1,6})/(\\d{1,6})?(ms|s|m|h)");

  public Rate {
    if (burst < 1 || each < 1 || period.toMillis() < 1) {
      throw new IllegalArgumentException(
          "Expected a rate of at least 1 in a time, but got %d+%d/%s"
              .formatted(burst, each, period));
    }
  }

  /** Reads the written form; the settings are converted by this. */
  public static Rate of(String text) {
    var form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "Expected a rate such as 80/1s or 45+1/6s, but got '%s'".formatted(text));
    }
    var each = Integer.parseInt(form.group(2));
    var burst = form.group(1) == null ? each : Integer.parseInt(form.group(1));
    var count = form.group(3) == null ? 1 : Integer.parseInt(form.group(3));
    return new Rate(burst, each, unit(form.group(4)).multipliedBy(count));
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "ms" -> Duration.ofMillis(1);
      case "s" -> Duration.ofSeconds(1);
      case "m" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> throw new IllegalStateException("Expected ms, s, m or h, but got " + letter);
    };
  }

  /** The time in which one message comes back, in nanoseconds. */
  public double nanosEach() {
    return (double) period.toNanos() / each;
  }

  /** A part of it; at least one message at once. */
  public Rate dividedBy(int parts) {
    return new Rate(Math.max(1, burst / parts), each, period.multipliedBy(parts));
  }

  @Override
  public String toString() {
    return "%d+%d/%dms".formatted(burst, each, period.toMillis());
  }
}
