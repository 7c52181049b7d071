package dev.tapflow.rehearsal;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values as YAML on one line, so that they are read back as what they were. */
final class YamlText {

  /** Words that need no quotes, wherever they stand. */
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z]([A-Za-z0-9 .?!'+_/-]*[A-Za-z0-9.?!_-])?");

  private static final Pattern NO_TEXT = Pattern.compile("(?i)null|true|false|yes|no|on|off");

  private YamlText() {}

  static String of(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case String text -> text(text);
      case Map<?, ?> map when map.isEmpty() -> "{}";
      case Map<?, ?> map ->
          map.entrySet().stream()
              .map(it -> text(String.valueOf(it.getKey())) + ": " + of(it.getValue()))
              .collect(Collectors.joining(", ", "{ ", " }"));
      case List<?> list ->
          list.stream().map(YamlText::of).collect(Collectors.joining(", ", "[", "]"));
      case Number number -> number.toString();
      case Boolean flag -> flag.toString();
      default -> text(value.toString());
    };
  }

  static String text(String text) {
    return PLAIN.matcher(text).matches() && !NO_TEXT.matcher(text).matches() && !text.contains("--")
        ? text
        : quoted(text);
  }

  /** In double quotes, with JSON's escapes. */
  private static String quoted(String text) {
    var written = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            it -> {
              switch (it) {
                case '"' -> written.append("\\\"");
                case '\\' -> written.append("\\\\");
                case '\n' -> written.append("\\n");
                case '\r' -> written.append("\\r");
                case '\t' -> written.append("\\t");
                default -> append(written, it);
              }
            });
    return written.append('"').toString();
  }

  private static void append(StringBuilder written, int codePoint) {
    if (Character.getType(codePoint) == Character.SURROGATE) {
      written.append('\uFFFD');
    } else if (isPrintable(codePoint)) {
      written.appendCodePoint(codePoint);
    } else {
      written.append(
          Character.isBmpCodePoint(codePoint)
              ? "\\u%04X".formatted(codePoint)
              : "\\U%08X".formatted(codePoint));
    }
  }

  private static boolean isPrintable(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          false;
      default -> codePoint != '\uFEFF';
    };
  }
}
