package dev.tapflow.flow.expression;

import dev.cel.runtime.CelEvaluationException;
import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Scope;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs the expressions of a release. Safe for many threads. */
final class CompiledEvaluator implements Evaluator {

  private final Map<String, Program> programs;
  private final Patterns patterns;
  private final Bounds bounds;

  CompiledEvaluator(Map<String, Program> programs, Patterns patterns, Bounds bounds) {
    this.programs = programs;
    this.patterns = patterns;
    this.bounds = bounds;
  }

  @Override
  public Outcome evaluate(Expression expression, Scope scope) {
    var program = programs.get(expression.source());
    if (program == null) {
      return new Outcome.Failed("the expression did not pass the check, or is not of this release");
    }
    try {
      return bounded(Values.out(program.run(scope)));
    } catch (CelEvaluationException e) {
      return new Outcome.Failed(why(e));
    } catch (RuntimeException e) {
      return new Outcome.Failed("something unexpected: " + e.getClass().getSimpleName());
    }
  }

  private Outcome bounded(@Nullable Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return new Outcome.Failed("the result is not a finite number");
    }
    return size(value) <= bounds.resultLength()
        ? new Outcome.Value(value)
        : new Outcome.Failed(
            "the result is longer than %d characters or elements".formatted(bounds.resultLength()));
  }

  private static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> text.length();
      case List<?> list -> list.stream().mapToLong(element -> 1 + size(element)).sum();
      case Map<?, ?> map ->
          map.entrySet().stream()
              .mapToLong(entry -> 1 + size(entry.getKey()) + size(entry.getValue()))
              .sum();
      case null -> 0;
      default -> 1;
    };
  }

  /** In words without values: what customers wrote has no place in a log. */
  private String why(CelEvaluationException e) {
    return switch (e.getErrorCode()) {
      case OVERLOAD_NOT_FOUND -> "a value is unset, or of a type that the operation does not take";
      case ATTRIBUTE_NOT_FOUND, INDEX_OUT_OF_BOUNDS -> "there is no such element";
      case DIVIDE_BY_ZERO -> "a division by zero";
      case NUMERIC_OVERFLOW -> "a number is too large";
      case ITERATION_BUDGET_EXCEEDED ->
          "more than %d rounds through lists".formatted(bounds.iterations());
      case BAD_FORMAT, INVALID_ARGUMENT -> "a value has not the form that the function takes";
      case INTERNAL_ERROR, DUPLICATE_ATTRIBUTE, AMBIGUOUS_OVERLOAD, TYPE_NOT_FOUND ->
          "a value is unset, or a function cannot work with it";
    };
  }

  @Override
  public boolean isRaw(Expression expression) {
    return expression.source().strip().startsWith("raw(");
  }

  @Override
  public boolean matches(String pattern, String text) {
    return patterns.matches(pattern, text);
  }

  @Override
  public String render(@Nullable Object value, Scope scope) {
    return Words.of(value, scope);
  }
}
