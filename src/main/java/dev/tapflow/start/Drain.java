package dev.tapflow.start;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One end of Tapflow: until when it must be over, and what had to be left. */
public final class Drain {

  private final Instant end;
  private final List<String> left = new ArrayList<>();

  /**
   * Begins.
   *
   * @param end machine time
   */
  public Drain(Instant end) {
    this.end = end;
  }

  /** Machine time at which whoever still works must stop. */
  public Instant end() {
    return end;
  }

  /** Zero when it is over. */
  public Duration timeLeft() {
    var left = Duration.between(Instant.now(), end);
    return left.isNegative() ? Duration.ZERO : left;
  }

  /**
   * Notes what could not be finished in time, for the log.
   *
   * @param what such as {@code events in the inbox}
   */
  public void left(long count, String what) {
    if (count > 0) {
      left.add("%d %s".formatted(count, what));
    }
  }

  String leftOver() {
    return left.isEmpty() ? "nothing was left" : "left: " + String.join(", ", left);
  }
}
