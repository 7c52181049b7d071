package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The other side's time: the machine's, moved by a distance that anybody may set. The 24-hour
 * window and every time the sandbox writes follow it; the rate limit and delays do not.
 */
@Singleton
final class SandboxClock implements Forgetful, InstantSource {

  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  SandboxClock() {
    this(Clock.systemUTC());
  }

  SandboxClock(InstantSource machine) {
    this.machine = machine;
  }

  /** Whole milliseconds, as the vendors write them. */
  @Override
  public Instant instant() {
    return machine.instant().plus(ahead).truncatedTo(ChronoUnit.MILLIS);
  }

  synchronized void advance(Duration by) {
    ahead = ahead.plus(by);
  }

  synchronized void set(Instant to) {
    ahead = Duration.between(machine.instant(), to);
  }

  @Override
  public void forget() {
    ahead = Duration.ZERO;
  }
}
