package dev.tapflow.drill;

import java.time.Instant;

/**
 * What kept a replica from writing down what became of its messages.
 *
 * @param replica its name, or {@link #ALL}
 */
record Mishap(String replica, Instant from, Instant until) {

  static final String ALL = "all";

  /** Whether the sender of a message, which was settled then, was hit before it could settle it. */
  boolean hit(Accepted accepted, Instant settledAt) {
    return (replica.equals(ALL) || replica.equals(accepted.replica()))
        && !accepted.at().isAfter(until)
        && !settledAt.isBefore(from);
  }
}
