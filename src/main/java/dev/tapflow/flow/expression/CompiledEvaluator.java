package dev.tapflow.flow.expression;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Scope;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Runs the expressions of a release. Safe for many threads. */
final class CompiledEvaluator implements Evaluator {

  private final Map<String, Program> programs;
  private final Set<String> raw;
  private final Patterns patterns;
  private final Bounds bounds;

  /**
   * @param raw sources whose outermost call is {@code raw(…)}
   */
  CompiledEvaluator(
      Map<String, Program> programs, Set<String> raw, Patterns patterns, Bounds bounds) {
    this.programs = programs;
    this.raw = raw;
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
      return bounded(program.run(scope));
    } catch (Failure failure) {
      return failure.outcome();
    }
  }

  private Outcome bounded(Object value) {
    if (value instanceof Double number && !Double.isFinite(number)) {
      return new Outcome.Failed("the result is not a finite number");
    }
    return Sizes.exceed(value, bounds.resultLength())
        ? Failures.length(bounds).outcome()
        : new Outcome.Value(Values.out(value));
  }

  @Override
  public boolean isRaw(Expression expression) {
    return raw.contains(expression.source());
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
