package dev.tapflow.outbox;

import java.time.Duration;

/** How long a message that could not leave waits: doubling, and never all at the same moment. */
record Backoff(Duration first, Duration longest) {

  private static final int MOST_DOUBLINGS = 30;

  /**
   * The pause before the next attempt.
   *
   * @param attempts those that failed, at least 1
   * @param chance from 0 to 1; shortens the pause by up to half, so that many do not come at once
   */
  Duration after(int attempts, double chance) {
    var doublings = Math.min(attempts - 1, MOST_DOUBLINGS);
    var millis = Math.min(first.toMillis() * Math.pow(2, doublings), longest.toMillis());
    return Duration.ofMillis((long) (millis * (1 - chance / 2)));
  }
}
