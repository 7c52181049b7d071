package dev.tapflow.flow.expression;

import dev.cel.common.values.NullValue;
import dev.tapflow.flow.FieldType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Values on their way into CEL and out of it, and what they mean there. */
final class Values {

  private static final Map<String, Boolean> BOOLEANS = Map.of("true", true, "false", false);

  private Values() {}

  /**
   * As CEL takes it. A value of another type than the name is declared with (an older release wrote
   * it, or its storage knows no days) becomes that type where it can, else it is as good as unset.
   */
  static Object in(@Nullable Object value, FieldType type) {
    var fitting = fittedIn(value, type);
    return fitting == null ? NullValue.NULL_VALUE : isCels(fitting) ? fitting : nested(fitting);
  }

  /** The same, with whatever is inside of it as it was; null where it is unset. */
  static @Nullable Object fittedIn(@Nullable Object value, FieldType type) {
    return value == null ? null : fitted(value, type);
  }

  /**
   * The value under a key or an index of what is not in CEL's form yet; null where there is none.
   *
   * @throws Failure where it is nothing that has such
   */
  static @Nullable Object inside(@Nullable Object of, Object key) {
    return switch (of) {
      case null -> null;
      case Map<?, ?> map -> map.get(key);
      case List<?> list when key instanceof Long index ->
          index >= 0 && index < list.size() ? list.get(Math.toIntExact(index)) : null;
      default -> throw Failure.because("a field of something that has none");
    };
  }

  /** True where all inside is in CEL's form already: an answer of a service can be large. */
  private static boolean isCels(@Nullable Object value) {
    return switch (value) {
      case null -> false;
      case Integer _, Float _ -> false;
      case List<?> list -> areCels(list);
      case Map<?, ?> map -> areCels(map.values());
      default -> true;
    };
  }

  // no stream: this runs for every name of an expression
  private static boolean areCels(Collection<?> values) {
    for (var value : values) {
      if (!isCels(value)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object fitted(Object value, FieldType type) {
    return switch (type) {
      case ANY -> value;
      case TEXT -> value instanceof String ? value : Words.plain(value);
      case NUMBER ->
          value instanceof Number number ? number.doubleValue() : read(Double::valueOf, value);
      case INTEGER ->
          value instanceof Number number ? number.longValue() : read(Long::valueOf, value);
      case BOOLEAN -> value instanceof Boolean ? value : read(BOOLEANS::get, value);
      case DATE -> value instanceof LocalDate ? value : read(LocalDate::parse, value);
      case TIME -> value instanceof LocalTime ? value : read(LocalTime::parse, value);
      case DATETIME -> value instanceof Instant ? value : read(Instant::parse, value);
      case LIST -> only(List.class, value);
      case MAP -> only(Map.class, value);
    };
  }

  private static @Nullable Object only(Class<?> type, Object value) {
    return type.isInstance(value) ? value : null;
  }

  private static @Nullable Object read(
      Function<String, ? extends @Nullable Object> reader, Object value) {
    try {
      return value instanceof String text ? reader.apply(text) : null;
    } catch (DateTimeException | NumberFormatException e) {
      return null;
    }
  }

  private static Object nested(@Nullable Object value) {
    return switch (value) {
      case null -> NullValue.NULL_VALUE;
      case Integer number -> number.longValue();
      case Float number -> number.doubleValue();
      case List<?> list -> list.stream().map(Values::nested).toList();
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, Object>();
        map.forEach((key, element) -> copy.put(key, nested(element)));
        yield copy;
      }
      default -> value;
    };
  }

  /** As the rest of Tapflow knows it. */
  static @Nullable Object out(@Nullable Object value) {
    return isOurs(value) ? value : copiedOut(value);
  }

  /** True where no null of CEL is inside. */
  private static boolean isOurs(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case List<?> list -> areOurs(list);
      case Map<?, ?> map -> areOurs(map.values());
      default -> !isNull(value);
    };
  }

  private static boolean areOurs(Collection<?> values) {
    for (var value : values) {
      if (!isOurs(value)) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Object copiedOut(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case Object unset when isNull(unset) -> null;
      case List<?> list -> {
        var copy = new ArrayList<@Nullable Object>();
        list.forEach(element -> copy.add(out(element)));
        yield copy;
      }
      case Map<?, ?> map -> {
        var copy = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((key, element) -> copy.put(key, out(element)));
        yield copy;
      }
      default -> value;
    };
  }

  /** The null of a variable, or the null that is written in an expression. */
  static boolean isNull(Object value) {
    return value instanceof NullValue || value instanceof com.google.protobuf.NullValue;
  }

  /** Equality where an integer can equal a number. */
  @SuppressWarnings("ReferenceEquality") // a list can hold the same list many times over
  static boolean same(Object one, Object other) {
    if (one == other) {
      return true;
    }
    if (one instanceof Number left && other instanceof Number right) {
      return sameNumber(left, right);
    }
    if (one instanceof List<?> left && other instanceof List<?> right) {
      return left.size() == right.size() && sameElements(left, right);
    }
    if (one instanceof Map<?, ?> left && other instanceof Map<?, ?> right) {
      return left.keySet().equals(right.keySet())
          && left.keySet().stream()
              .allMatch(key -> same(orNull(left.get(key)), orNull(right.get(key))));
    }
    return isNull(one) ? isNull(other) : Objects.equals(one, other);
  }

  private static boolean sameNumber(Number left, Number right) {
    return (left instanceof Long && right instanceof Long)
        ? left.longValue() == right.longValue()
        : left.doubleValue() == right.doubleValue();
  }

  private static boolean sameElements(List<?> left, List<?> right) {
    for (int i = 0; i < left.size(); i++) {
      if (!same(left.get(i), right.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** The element at an index or key; null where there is none, and of what is unset itself. */
  static Object element(Object of, Object key) {
    return switch (of) {
      case Object unset when isNull(unset) -> unset;
      case List<?> list when key instanceof Number index -> at(list, index);
      case Map<?, ?> map -> orNull(map.get(key));
      default -> throw Failure.because("a field of something that has none");
    };
  }

  private static Object at(List<?> list, Number index) {
    var at = index.doubleValue();
    return at == Math.rint(at) && at >= 0 && at < list.size()
        ? orNull(list.get((int) at))
        : NullValue.NULL_VALUE;
  }

  private static Object orNull(@Nullable Object value) {
    return value == null ? NullValue.NULL_VALUE : value;
  }
}
