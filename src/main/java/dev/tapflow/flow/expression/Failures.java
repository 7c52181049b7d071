package dev.tapflow.flow.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.tapflow.flow.Evaluator.Outcome;
import java.util.stream.Stream;

/** Why CEL gave no value, in words without values: what customers wrote has no place in a log. */
final class Failures {

  private final Bounds bounds;

  Failures(Bounds bounds) {
    this.bounds = bounds;
  }

  Failure of(CelEvaluationException e) {
    return Stream.iterate((Throwable) e, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .filter(Failure.class::isInstance)
        .map(Failure.class::cast)
        .findFirst()
        .orElseGet(() -> byCode(e));
  }

  private Failure byCode(CelEvaluationException e) {
    return switch (e.getErrorCode()) {
      case OVERLOAD_NOT_FOUND -> Failure.unset();
      case ATTRIBUTE_NOT_FOUND, INDEX_OUT_OF_BOUNDS -> Failure.because("there is no such element");
      case DIVIDE_BY_ZERO -> Failure.because("a division by zero");
      case NUMERIC_OVERFLOW -> Failure.because("a number is too large");
      case ITERATION_BUDGET_EXCEEDED -> iterations(bounds);
      case BAD_FORMAT, INVALID_ARGUMENT ->
          Failure.because("a value has not the form that the function takes");
      case INTERNAL_ERROR, DUPLICATE_ATTRIBUTE, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
          Failure.because("a value is unset, or a function cannot work with it");
    };
  }

  static Failure iterations(Bounds bounds) {
    return bounded("more than %d rounds through lists".formatted(bounds.iterations()));
  }

  static Failure length(Bounds bounds) {
    return bounded(
        "a text or list longer than %d characters or elements".formatted(bounds.resultLength()));
  }

  static Failure pattern(Bounds bounds) {
    return bounded("a pattern larger than %d steps".formatted(bounds.patternProgram()));
  }

  private static Failure bounded(String bound) {
    return new Failure(new Outcome.Bounded(bound));
  }
}
