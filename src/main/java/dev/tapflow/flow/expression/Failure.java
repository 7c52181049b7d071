package dev.tapflow.flow.expression;

import dev.tapflow.flow.Evaluator.Outcome;

/**
 * An expression that gives no value. Thrown inside of an evaluation only, where {@code default} and
 * {@code ||} go on with their other side; without a trace, as it is no bug.
 */
final class Failure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  Failure(Outcome outcome) {
    super("an expression that gives no value", null, false, false);
    this.outcome = outcome;
  }

  static Failure because(String why) {
    return new Failure(new Outcome.Failed(why));
  }

  /** What CEL has found. */
  static Failure unset() {
    return because("a value is unset, or of a type that the operation does not take");
  }

  Outcome outcome() {
    return outcome;
  }
}
