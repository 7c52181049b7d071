package dev.tapflow.rehearsal;

import java.time.Duration;

/** A time span as authors write it: {@code 1d2h30m}. */
final class Spans {

  private Spans() {}

  static String of(Duration span) {
    var written = new StringBuilder();
    add(written, span.toDaysPart(), "d");
    add(written, span.toHoursPart(), "h");
    add(written, span.toMinutesPart(), "m");
    add(written, span.toSecondsPart(), "s");
    return written.isEmpty() ? "0s" : written.toString();
  }

  private static void add(StringBuilder written, long amount, String unit) {
    if (amount > 0) {
      written.append(amount).append(unit);
    }
  }
}
