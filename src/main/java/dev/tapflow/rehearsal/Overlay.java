package dev.tapflow.rehearsal;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Scope;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The expressions of a release, and those that its tests add.
 *
 * @param added those that only the tests know
 */
record Overlay(Evaluator release, Evaluator tests, Set<Expression> added) implements Evaluator {

  Overlay {
    added = Set.copyOf(added);
  }

  /** Where the tests have no expression of their own. */
  static Overlay nothingMore(Evaluator release) {
    return new Overlay(release, release, Set.of());
  }

  @Override
  public Outcome evaluate(Expression expression, Scope scope) {
    return (added.contains(expression) ? tests : release).evaluate(expression, scope);
  }

  @Override
  public boolean isRaw(Expression expression) {
    return release.isRaw(expression);
  }

  @Override
  public boolean matches(String pattern, String text) {
    return release.matches(pattern, text);
  }

  @Override
  public String render(@Nullable Object value, Scope scope) {
    return release.render(value, scope);
  }
}
