package dev.tapflow.engine;

import dev.tapflow.flow.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a value as the type of the contact field it is written to. */
final class FieldValue {

  private FieldValue() {}

  /**
   * The value in the field's type; empty where it cannot be read so.
   *
   * @param text how the value is written
   */
  static Optional<Object> fit(FieldType type, Object value, String text) {
    try {
      return Optional.ofNullable(read(type, value, text.strip()));
    } catch (NumberFormatException | DateTimeException _) {
      return Optional.empty();
    }
  }

  private static Object read(FieldType type, Object value, String text) {
    return switch (type) {
      case TEXT -> value instanceof String ? value : text;
      case NUMBER -> value instanceof Number number ? number.doubleValue() : finite(text);
      case INTEGER -> whole(value, text);
      case BOOLEAN -> value instanceof Boolean ? value : truth(text);
      case DATE -> value instanceof LocalDate ? value : LocalDate.parse(text);
      case TIME -> value instanceof LocalTime ? value : LocalTime.parse(text);
      case DATETIME -> value instanceof Instant ? value : OffsetDateTime.parse(text).toInstant();
      case LIST -> check(value instanceof List, value);
      case MAP -> check(value instanceof Map, value);
      case ANY -> value;
    };
  }

  private static Object whole(Object value, String text) {
    return switch (value) {
      case Long whole -> whole;
      case Double number when number == Math.rint(number) && Math.abs(number) < 1L << 53 ->
          number.longValue();
      case Double number -> throw new NumberFormatException(number + " is not whole");
      default -> Long.valueOf(text);
    };
  }

  private static double finite(String text) {
    var number = Double.parseDouble(text);
    if (!Double.isFinite(number)) {
      throw new NumberFormatException(text + " is no number");
    }
    return number;
  }

  private static boolean truth(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new NumberFormatException("neither true nor false");
    };
  }

  private static Object check(boolean fits, Object value) {
    if (!fits) {
      throw new NumberFormatException("not of the field's type");
    }
    return value;
  }
}
