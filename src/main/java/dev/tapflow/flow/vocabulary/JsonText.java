package dev.tapflow.flow.vocabulary;

import java.util.List;
import java.util.Map;

/** Writes maps, lists, texts, numbers and booleans as JSON that people can read. */
final class JsonText {

  private static final int SHORT = 90;

  private JsonText() {}

  /** With a line end at its end, as files have it. */
  static String of(Object value) {
    return written(value, "") + "\n";
  }

  private static String written(Object value, String indent) {
    var brief = brief(value);
    if (indent.length() + brief.length() <= SHORT) {
      return brief;
    }
    var deeper = indent + "  ";
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> deeper + quoted(it.getKey()) + ": " + written(it.getValue(), deeper))
              .reduce((a, b) -> a + ",\n" + b)
              .map(it -> "{\n" + it + "\n" + indent + "}")
              .orElse("{}");
      case List<?> list ->
          list.stream()
              .map(it -> deeper + written(it, deeper))
              .reduce((a, b) -> a + ",\n" + b)
              .map(it -> "[\n" + it + "\n" + indent + "]")
              .orElse("[]");
      default -> brief;
    };
  }

  private static String brief(Object value) {
    return switch (value) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> quoted(it.getKey()) + ": " + brief(it.getValue()))
              .reduce((a, b) -> a + ", " + b)
              .map(it -> "{ " + it + " }")
              .orElse("{}");
      case List<?> list ->
          "[" + String.join(", ", list.stream().map(JsonText::brief).toList()) + "]";
      case String text -> quoted(text);
      default -> value.toString();
    };
  }

  private static String quoted(Object text) {
    var json = new StringBuilder("\"");
    text.toString()
        .chars()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                json.append('\\').append((char) c);
              } else if (c < ' ') {
                json.append("\\u%04x".formatted(c));
              } else {
                json.append((char) c);
              }
            });
    return json.append('"').toString();
  }
}
