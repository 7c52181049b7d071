package dev.tapflow.flow.lint;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes maps, collections, texts, numbers and truth values as JSON (RFC 8259). A library would
 * cost the command line more of its start than these few lines.
 */
final class Json {

  private Json() {}

  static String of(Object value) {
    return switch (value) {
      case Map<?, ?> map -> object(map);
      case Collection<?> list ->
          list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      default -> text(value.toString());
    };
  }

  private static String object(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(it -> text(String.valueOf(it.getKey())) + ":" + of(it.getValue()))
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static String text(String text) {
    var written = new StringBuilder("\"");
    text.chars().forEach(c -> written.append(escaped((char) c)));
    return written.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default ->
          c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029'
              ? "\\u%04x".formatted((int) c)
              : Character.toString(c);
    };
  }
}
