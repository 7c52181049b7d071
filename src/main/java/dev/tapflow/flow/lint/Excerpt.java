package dev.tapflow.flow.lint;

import java.util.stream.Collectors;

/**
 * A line of a file as a terminal shows it, and what goes before the caret in the line below, so
 * that the caret stands under its character: tabs stay tabs, wide characters take two places,
 * combining ones none.
 */
record Excerpt(String text, String indent) {

  /** More of a long line is not shown: so much before the caret, and as much after it. */
  private static final int AROUND = 100;

  private static final String MORE = "…";

  static Excerpt of(String line, int column) {
    var points = line.codePoints().toArray();
    int at = Math.min(Math.max(column - 1, 0), points.length);
    int from = at > 2 * AROUND ? at - AROUND : 0;
    int to = Math.min(points.length, Math.max(at, from) + 2 * AROUND);
    var before = new String(points, from, at - from);
    var shown = new String(points, from, to - from);
    return new Excerpt(
        (from > 0 ? MORE : "") + printable(shown) + (to < points.length ? MORE : ""),
        (from > 0 ? " " : "") + blank(before));
  }

  /** Without what a terminal would obey, such as the escape that moves its cursor. */
  static String printable(String text) {
    return text.codePoints()
        .map(c -> Character.isISOControl(c) && c != '\t' ? 0xFFFD : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String blank(String before) {
    return before.codePoints().mapToObj(Excerpt::blank).collect(Collectors.joining());
  }

  private static String blank(int character) {
    return character == '\t' ? "\t" : " ".repeat(width(character));
  }

  /** In places of a terminal (source: Unicode Standard Annex 11, "East Asian Width"). */
  private static int width(int character) {
    return switch (Character.getType(character)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(character) ? 2 : 1;
    };
  }

  private static boolean isWide(int character) {
    return Character.isIdeographic(character)
        || Character.isEmojiPresentation(character)
        || isBetween(character, 0x1100, 0x115F)
        || isBetween(character, 0x2E80, 0x303E)
        || isBetween(character, 0x3041, 0x33FF)
        || isBetween(character, 0xAC00, 0xD7A3)
        || isBetween(character, 0xFF01, 0xFF60)
        || isBetween(character, 0xFFE0, 0xFFE6);
  }

  private static boolean isBetween(int character, int from, int to) {
    return from <= character && character <= to;
  }
}
