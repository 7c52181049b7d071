package dev.tapflow.outbox.call;

import java.time.Duration;

/** When an attempt is over, by a clock that is never set. */
record Deadline(long nanos) {

  private static final Duration LEAST = Duration.ofMillis(1);

  static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  /** What is left, never less than a millisecond. */
  Duration left() {
    var left = Duration.ofNanos(nanos - System.nanoTime());
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  boolean isOver() {
    return nanos - System.nanoTime() <= 0;
  }
}
