package dev.tapflow.flow.expression;

import dev.tapflow.flow.Scope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** What the {@link Simple} forms do. */
final class SimplePrograms {

  private SimplePrograms() {}

  record IsSet(Program value) implements Program {

    @Override
    public Object run(Scope scope) {
      return !Values.isNull(value.run(scope));
    }
  }

  record Not(Program operand) implements Program {

    @Override
    public Object run(Scope scope) {
      return !truth(operand.run(scope));
    }
  }

  /** False where either is, whatever becomes of the other; as CEL has it. */
  record And(Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      return decided(left, right, scope, false);
    }
  }

  /** True where either is, whatever becomes of the other; as CEL has it. */
  record Or(Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      return decided(left, right, scope, true);
    }
  }

  record Same(Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      return Values.same(left.run(scope), right.run(scope));
    }
  }

  record Different(Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      return !Values.same(left.run(scope), right.run(scope));
    }
  }

  record Ordered(String operator, Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      var one = left.run(scope);
      var other = right.run(scope);
      return switch (operator) {
        case "<" -> order(one, other) < 0;
        case "<=" -> order(one, other) <= 0;
        case ">" -> order(one, other) > 0;
        default -> order(one, other) >= 0;
      };
    }
  }

  record Joined(Bounds bounds, Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      if (left.run(scope) instanceof String one && right.run(scope) instanceof String other) {
        return joined(one, other);
      }
      throw Failure.unset();
    }

    private String joined(String one, String other) {
      if (one.length() + (long) other.length() > bounds.resultLength()) {
        throw Failures.length(bounds);
      }
      return one + other;
    }
  }

  /** Of numbers. */
  record Arithmetic(String operator, Program left, Program right) implements Program {

    @Override
    public Object run(Scope scope) {
      var one = left.run(scope);
      var other = right.run(scope);
      if (one instanceof Long whole && other instanceof Long second) {
        return exact(operator, whole, second);
      }
      if (one instanceof Number number && other instanceof Number second) {
        return inexact(operator, number.doubleValue(), second.doubleValue());
      }
      throw Failure.unset();
    }

    private static long exact(String operator, long one, long other) {
      try {
        return switch (operator) {
          case "+" -> Math.addExact(one, other);
          case "-" -> Math.subtractExact(one, other);
          default -> Math.multiplyExact(one, other);
        };
      } catch (ArithmeticException e) {
        throw Failure.because("a number is too large");
      }
    }

    private static double inexact(String operator, double one, double other) {
      return switch (operator) {
        case "+" -> one + other;
        case "-" -> one - other;
        default -> one * other;
      };
    }
  }

  record In(Program value, List<Object> candidates) implements Program {

    @Override
    public Object run(Scope scope) {
      var found = value.run(scope);
      return candidates.stream().anyMatch(candidate -> Values.same(found, candidate));
    }
  }

  record Choice(Program condition, Program yes, Program no) implements Program {

    @Override
    public Object run(Scope scope) {
      return truth(condition.run(scope)) ? yes.run(scope) : no.run(scope);
    }
  }

  static Program comparison(String operator, Program left, Program right) {
    return switch (operator) {
      case "==" -> new Same(left, right);
      case "!=" -> new Different(left, right);
      default -> new Ordered(operator, left, right);
    };
  }

  private static boolean decided(Program left, Program right, Scope scope, boolean deciding) {
    try {
      if (truth(left.run(scope)) == deciding) {
        return deciding;
      }
    } catch (Failure failure) {
      if (truth(right.run(scope)) == deciding) {
        return deciding;
      }
      throw failure;
    }
    return truth(right.run(scope));
  }

  private static boolean truth(Object value) {
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw Failure.unset();
  }

  private static int order(Object one, Object other) {
    if (one instanceof Long left && other instanceof Long right) {
      return Long.compare(left, right);
    }
    if (one instanceof Number left && other instanceof Number right) {
      // plus zero: to CEL, minus zero is not less than zero
      return Double.compare(left.doubleValue() + 0.0, right.doubleValue() + 0.0);
    }
    if (one instanceof String left && other instanceof String right) {
      return left.compareTo(right);
    }
    if (one instanceof LocalDate left && other instanceof LocalDate right) {
      return left.compareTo(right);
    }
    if (one instanceof LocalTime left && other instanceof LocalTime right) {
      return left.compareTo(right);
    }
    if (one instanceof Instant left && other instanceof Instant right) {
      return left.compareTo(right);
    }
    throw Failure.unset();
  }
}
