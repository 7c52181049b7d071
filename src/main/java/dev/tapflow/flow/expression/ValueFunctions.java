package dev.tapflow.flow.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.NullableType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.TypeParamType;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Unset is null: equality, selection, {@code default}, and the choice between two values. */
final class ValueFunctions {

  private static final CelType ANY = TypeParamType.create("A");
  private static final CelType OTHER = TypeParamType.create("B");
  private static final CelType VALUE = TypeParamType.create("V");

  private ValueFunctions() {}

  static void addTo(Functions functions) {
    List<Class<?>> one = List.of(Object.class);
    List<Class<?>> two = List.of(Object.class, Object.class);
    functions
        .add(
            "@equals",
            "equals_any",
            SimpleType.BOOL,
            List.of(ANY, OTHER),
            two,
            arguments -> Values.same(arguments[0], arguments[1]))
        .add(
            "@differs",
            "differs_any",
            SimpleType.BOOL,
            List.of(ANY, OTHER),
            two,
            arguments -> !Values.same(arguments[0], arguments[1]))
        .bind("in_any", two, arguments -> isIn(arguments[0], arguments[1]))
        .runsAs("in_any", "@in_any", "in_any_list", SimpleType.BOOL, ANY, ListType.create(OTHER))
        .runsAs(
            "in_any", "@in_any", "in_any_map", SimpleType.BOOL, ANY, MapType.create(OTHER, VALUE))
        .bind("index_any", two, arguments -> Values.element(arguments[0], arguments[1]))
        .runsAs(
            "index_any",
            "@index",
            "index_any_list_int",
            SimpleType.DYN,
            Types.ANY_LIST,
            SimpleType.INT)
        .runsAs(
            "index_any",
            "@index",
            "index_any_list_double",
            SimpleType.DYN,
            Types.ANY_LIST,
            SimpleType.DOUBLE)
        .runsAs(
            "index_any",
            "@index",
            "index_any_map",
            SimpleType.DYN,
            MapType.create(OTHER, SimpleType.DYN),
            OTHER)
        .add(
            "@field",
            "field_map",
            SimpleType.DYN,
            List.of(Types.ANY_MAP, SimpleType.STRING),
            two,
            arguments -> Values.element(arguments[0], arguments[1]))
        .add(
            "@is_set",
            "is_set_any",
            SimpleType.BOOL,
            List.of(ANY),
            one,
            arguments -> !Values.isNull(arguments[0]))
        .add(
            "@is_null",
            "is_null_any",
            SimpleType.BOOL,
            List.of(ANY),
            one,
            arguments -> Values.isNull(arguments[0]))
        .add("@truth", "truth_any", SimpleType.BOOL, List.of(ANY), one, it -> truth(it[0]))
        .add(
            "@widen",
            "widen_any",
            SimpleType.DOUBLE,
            List.of(ANY),
            one,
            arguments -> arguments[0] instanceof Long number ? number.doubleValue() : arguments[0])
        .runsAs(
            "list_sortByAssociatedKeys", "@sort_by", "sort_by_list", Types.ANY_LIST, Types.ANY_LIST)
        .add("raw", "raw_any", ANY, List.of(ANY), one, arguments -> arguments[0]);
    addChoices(functions);
  }

  /** Both sides of one type, or both numbers. Only for the checker: see {@link Lowering}. */
  private static void addChoices(Functions functions) {
    var types =
        List.of(
            NullableType.create(SimpleType.STRING),
            NullableType.create(SimpleType.INT),
            NullableType.create(SimpleType.DOUBLE),
            NullableType.create(SimpleType.BOOL),
            SimpleType.TIMESTAMP,
            SimpleType.DURATION,
            Types.DATE,
            Types.TIME,
            Types.ANY_LIST,
            MapType.create(SimpleType.DYN, SimpleType.DYN));
    for (int i = 0; i < types.size(); i++) {
      choice(functions, String.valueOf(i), types.get(i), types.get(i), types.get(i));
    }
    var integer = types.get(1);
    var number = types.get(2);
    choice(functions, "integer_number", number, integer, number);
    choice(functions, "number_integer", number, number, integer);
    functions.declare("@default_any", "default_any", SimpleType.DYN, ANY, OTHER);
  }

  private static void choice(
      Functions functions, String id, CelType gives, CelType left, CelType right) {
    functions.declare("default", "default_" + id, gives, left, right);
    functions.declare("@if", "if_" + id, gives, SimpleType.BOOL, left, right);
  }

  private static Object truth(Object value) {
    if (value instanceof Boolean) {
      return value;
    }
    throw Failure.unset();
  }

  private static boolean isIn(Object value, Object values) {
    var candidates = values instanceof Map<?, ?> map ? map.keySet() : (Collection<?>) values;
    return candidates.stream().anyMatch(candidate -> Values.same(value, candidate));
  }
}
