package dev.tapflow.outbox.rate;

import java.time.Instant;

/** Whether something may be sent now. */
public sealed interface Permission {

  /** Now, and it has been counted. */
  record Granted() implements Permission {}

  /**
   * Not before a machine time: the rate is used up, the key is paused, or nobody can tell since the
   * database is away. Then it has to be asked for again.
   */
  record NotBefore(Instant at, String why) implements Permission {}

  /** The channel is stopped, until somebody or a probe lets it go on. */
  record Stopped() implements Permission {}
}
