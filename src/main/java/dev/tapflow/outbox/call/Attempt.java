package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpAnswer;
import java.time.Duration;

/** What an attempt at a call came to. */
public sealed interface Attempt {

  /** It is over: this is the answer, and trying again would change nothing. */
  record Done(HttpAnswer answer) implements Attempt {}

  /**
   * It may go better another time; where there is none left, this is the answer.
   *
   * @param pause how long the service asks to be left alone
   */
  record MayGoBetter(HttpAnswer answer, Duration pause) implements Attempt {}

  /** It did not begin: the caller said no, or the program ends. */
  record NotBegun() implements Attempt {}
}
