package dev.tapflow.engine;

import dev.tapflow.flow.Evaluator;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Scope;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Just enough of expressions for tests of the engine alone: a name, {@code 'text'}, a number,
 * {@code a == b}, {@code a or 'text'}, and {@code fails}.
 */
final class PlainEvaluator implements Evaluator {

  @Override
  public Outcome evaluate(Expression expression, Scope scope) {
    var source = expression.source().strip();
    if (source.startsWith("raw(")) {
      return evaluate(new Expression(source.substring(4, source.length() - 1)), scope);
    }
    if (source.equals("too_long")) {
      return new Outcome.Bounded("it is too long");
    }
    if (source.contains(" + ")) {
      var sides = source.split(" \\+ ", 2);
      return new Outcome.Value(
          String.valueOf(value(sides[0], scope)) + String.valueOf(value(sides[1], scope)));
    }
    if (source.equals("fails")) {
      return new Outcome.Failed("it fails");
    }
    if (source.contains("==")) {
      var sides = source.split("==", 2);
      return new Outcome.Value(
          String.valueOf(value(sides[0].strip(), scope))
              .equals(String.valueOf(value(sides[1].strip(), scope))));
    }
    if (source.contains(" or ")) {
      var sides = source.split(" or ", 2);
      var first = value(sides[0].strip(), scope);
      return new Outcome.Value(first == null ? value(sides[1].strip(), scope) : first);
    }
    return new Outcome.Value(value(source, scope));
  }

  private static @Nullable Object value(String source, Scope scope) {
    if (source.startsWith("'")) {
      return source.substring(1, source.length() - 1);
    }
    if (source.equals("true") || source.equals("false")) {
      return source.equals("true");
    }
    return source.matches("-?\\d+") ? Long.valueOf(source) : scope.value(source);
  }

  @Override
  public boolean isRaw(Expression expression) {
    return expression.source().startsWith("raw(");
  }

  @Override
  public boolean matches(String pattern, String text) {
    return Pattern.matches(pattern, text);
  }

  @Override
  public String render(@Nullable Object value, Scope scope) {
    return value == null ? "" : value.toString();
  }
}
