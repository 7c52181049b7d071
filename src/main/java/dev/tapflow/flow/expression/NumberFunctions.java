package dev.tapflow.flow.expression;

import dev.cel.common.CelErrorCode;
import dev.cel.common.CelRuntimeException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.NullValue;
import java.util.Comparator;
import java.util.List;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.LongStream;

/** Integers and numbers mix: the arithmetic that CEL lacks, {@code sum} and {@code max}. */
final class NumberFunctions {

  private static final CelType NUMBER = SimpleType.DOUBLE;
  private static final CelType INTEGER = SimpleType.INT;

  private NumberFunctions() {}

  static void addTo(Functions functions, Bounds bounds) {
    mixed(functions, "_+_", "add", (one, other) -> one + other);
    mixed(functions, "_-_", "subtract", (one, other) -> one - other);
    mixed(functions, "_*_", "multiply", (one, other) -> one * other);
    mixed(functions, "@divide", "divide", NumberFunctions::quotient);
    arithmetic(functions, "@divide", "divide", INTEGER, INTEGER, NumberFunctions::quotient);
    arithmetic(functions, "@divide", "divide", NUMBER, NUMBER, NumberFunctions::quotient);
    functions
        .bind("round", List.of(Number.class), arguments -> round((Number) arguments[0]))
        .runsAs("round", "@round", "round_double", NUMBER, NUMBER)
        .runsAs("round", "@round", "round_int", INTEGER, INTEGER)
        .add(
            "@range",
            "bounded_range",
            ListType.create(INTEGER),
            List.of(INTEGER),
            List.of(Long.class),
            arguments -> range((Long) arguments[0], bounds))
        .bind("sum", List.of(List.class), arguments -> sum((List<?>) arguments[0]))
        .bind("max", List.of(List.class), arguments -> max((List<?>) arguments[0]));
    for (var element : List.of(INTEGER, NUMBER)) {
      var list = ListType.create(element);
      functions
          .runsAs("sum", "sum", "sum_list_" + element.name(), element, list)
          .runsAs("max", "max", "max_list_" + element.name(), element, list);
    }
  }

  private static void mixed(
      Functions functions, String operator, String id, DoubleBinaryOperator does) {
    arithmetic(functions, operator, id, INTEGER, NUMBER, does);
    arithmetic(functions, operator, id, NUMBER, INTEGER, does);
  }

  private static void arithmetic(
      Functions functions,
      String operator,
      String id,
      CelType left,
      CelType right,
      DoubleBinaryOperator does) {
    functions.add(
        operator,
        id + "_" + left.name() + "_" + right.name(),
        NUMBER,
        List.of(left, right),
        List.of(boxed(left), boxed(right)),
        arguments ->
            does.applyAsDouble(
                ((Number) arguments[0]).doubleValue(), ((Number) arguments[1]).doubleValue()));
  }

  private static Class<?> boxed(CelType type) {
    return type.equals(INTEGER) ? Long.class : Double.class;
  }

  private static double quotient(double dividend, double divisor) {
    if (divisor == 0) {
      throw failure("a division by zero", CelErrorCode.DIVIDE_BY_ZERO);
    }
    return dividend / divisor;
  }

  /** As at school: halves away from zero. */
  private static Number round(Number number) {
    if (number instanceof Long) {
      return number;
    }
    return Math.signum(number.doubleValue()) * Math.floor(Math.abs(number.doubleValue()) + 0.5);
  }

  /** CEL's own would make a list of any length. */
  private static List<Long> range(long end, Bounds bounds) {
    if (end > bounds.iterations()) {
      throw Failures.iterations(bounds);
    }
    return LongStream.range(0, end).boxed().toList();
  }

  private static Object sum(List<?> numbers) {
    if (numbers.stream().allMatch(Long.class::isInstance)) {
      return sumOfIntegers(numbers);
    }
    return numbers.stream().mapToDouble(number -> ((Number) number).doubleValue()).sum();
  }

  private static Object sumOfIntegers(List<?> numbers) {
    try {
      return numbers.stream().mapToLong(number -> (Long) number).reduce(0, Math::addExact);
    } catch (ArithmeticException e) {
      throw failure("a sum that is too large", CelErrorCode.NUMERIC_OVERFLOW);
    }
  }

  private static CelRuntimeException failure(String message, CelErrorCode code) {
    return new CelRuntimeException(new ArithmeticException(message), code);
  }

  private static Object max(List<?> numbers) {
    return numbers.stream()
        .map(Number.class::cast)
        .max(Comparator.comparingDouble(Number::doubleValue))
        .<Object>map(largest -> largest)
        .orElse(NullValue.NULL_VALUE);
  }
}
