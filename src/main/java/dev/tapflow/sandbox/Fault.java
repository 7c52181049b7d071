package dev.tapflow.sandbox;

import java.time.Duration;

/** What can be made to go wrong with a call. */
sealed interface Fault {

  /** Before anything of the call is looked at, or after it was done and before it is answered. */
  enum When {
    BEFORE_ACCEPTING,
    AFTER_ACCEPTING
  }

  When when();

  /** An answer that comes instead of the work, or after it instead of the true one. */
  record Answer(When when, Outcome outcome) implements Fault {

    Answer(Outcome outcome) {
      this(When.BEFORE_ACCEPTING, outcome);
    }
  }

  /** What such an answer says. */
  sealed interface Outcome {

    record Status(int httpStatus) implements Outcome {}

    record Code(int code, int httpStatus) implements Outcome {}

    record RateLimited(RetryAfter form, Duration pause) implements Outcome {}
  }

  /** The connection ends without an answer. */
  record Cut(When when) implements Fault {}

  /** The call, or its answer, takes its time. */
  record Delay(When when, Duration delay) implements Fault {}
}
