package dev.tapflow.flow.vocabulary;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The schema of a single value. The reader takes every value from its own characters; an editor's
 * YAML makes numbers and booleans of {@code 5512} and {@code on}, so where a text is meant these
 * are right too. A pattern then holds for texts only.
 */
final class ScalarSchema {

  private static final String NAME = Naming.NAME.regex();
  private static final List<String> ANYTHING = List.of("string", "number", "boolean", "null");
  private static final List<String> SOMETHING = List.of("string", "number", "boolean");
  private static final List<String> WORD = List.of("string", "boolean");

  /** As YAML reads them, and in quotes. */
  private static final List<Object> FLAGS =
      List.of(true, false, "on", "off", "yes", "no", "true", "false");

  private ScalarSchema() {}

  static Map<String, Object> of(Scalar scalar) {
    return switch (scalar) {
      case TEXT, VALUE, WORD -> any(ANYTHING);
      case CONDITION, LIST, PATTERN -> filled();
      case NAME -> text(WORD, NAME);
      case TARGET -> text(WORD, "end|(" + NAME + "#)?" + NAME);
      case FLOW -> text(WORD, "(?!end$)" + NAME + "(#" + NAME + ")?");
      case ADDRESS -> text(WORD, Naming.ADDRESS.regex());
      case VARIABLE -> text(List.of("string"), Naming.VARIABLE.regex());
      case DURATION ->
          text(
              List.of("string"),
              "(?=[0-9])([0-9]{1,4}d)?([0-9]{1,5}h)?([0-9]{1,6}m)?([0-9]{1,7}s)?");
      case MOMENT, INSTANT -> any(List.of("string", "number"));
      case COUNT -> number(1, "[1-9][0-9]{0,8}");
      case NUMBER -> number(0, "[0-9]{1,6}");
      case FLAG -> Map.of("enum", FLAGS);
      case DAY -> text(List.of("string"), "[0-9]{4}-[0-9]{2}-[0-9]{2}");
    };
  }

  private static Map<String, Object> any(List<String> types) {
    return Map.of("type", types);
  }

  private static Map<String, Object> filled() {
    var schema = schema(SOMETHING);
    schema.put("minLength", 1);
    return schema;
  }

  private static Map<String, Object> text(List<String> types, String regex) {
    var schema = schema(types);
    schema.put("pattern", "^(" + regex + ")$");
    return schema;
  }

  private static Map<String, Object> number(int least, String regex) {
    var schema = schema(List.of("integer", "string"));
    schema.put("minimum", least);
    schema.put("pattern", "^(" + regex + ")$");
    return schema;
  }

  private static Map<String, Object> schema(List<String> types) {
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", types);
    return schema;
  }
}
