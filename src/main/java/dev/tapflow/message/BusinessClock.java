package dev.tapflow.message;

import java.time.Instant;

/**
 * Business time: the window, timers, hours and message times live in it. In production it is the
 * machine's time; in dev and test it can be moved ahead, for all replicas at once. Leases, back-off
 * and rates never use it.
 */
public interface BusinessClock {

  Instant now();
}
