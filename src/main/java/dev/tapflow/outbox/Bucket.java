package dev.tapflow.outbox;

import dev.tapflow.channel.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A token bucket that is told by one time: when it will be full again. Everything sent moves that
 * time on; while it is further off than the burst allows, the next message waits.
 */
record Bucket(Rate rate, Optional<Instant> fullAt) {

  /** How long the next message has to wait; zero when it may go. */
  Duration waitAt(Instant now) {
    var burst = Duration.ofNanos((long) (rate.nanosEach() * (rate.burst() - 1)));
    var free = fullAt.map(at -> Duration.between(now, at).minus(burst)).orElse(Duration.ZERO);
    return free.isNegative() ? Duration.ZERO : free;
  }

  /** The bucket after one more message. */
  Bucket taken(Instant now) {
    var from = fullAt.filter(at -> at.isAfter(now)).orElse(now);
    return new Bucket(rate, Optional.of(from.plusNanos((long) rate.nanosEach())));
  }
}
