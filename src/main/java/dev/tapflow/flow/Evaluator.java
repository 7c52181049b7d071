package dev.tapflow.flow;

import org.jspecify.annotations.Nullable;

/** Evaluates the expressions and patterns of one release, all checked when it was loaded. */
public interface Evaluator {

  /** What became of an expression. */
  sealed interface Outcome {

    /** A value of the types {@link Scope} names; null where it is unset. */
    record Value(@Nullable Object value) implements Outcome {}

    /** It could not be evaluated. Why, in words for the log. */
    record Failed(String why) implements Outcome {}

    /** It reached a bound: of iterations, of the length of a text or of a list, of a pattern. */
    record Bounded(String bound) implements Outcome {}
  }

  Outcome evaluate(Expression expression, Scope scope);

  /** True where its outermost call is {@code raw(…)}: an address takes it as it is. */
  boolean isRaw(Expression expression);

  /** True where the RE2 pattern matches the whole text. */
  boolean matches(String pattern, String text);

  /** How a customer reads a value: numbers without ".0", times in words; null is nothing. */
  String render(@Nullable Object value, Scope scope);
}
