package dev.tapflow.graph;

import dev.tapflow.graph.FlowGraph.Box;

/**
 * How large a text is drawn; pixels. A server has no fonts to ask, so the widths are those of an
 * ordinary sans-serif at the sizes that the drawing names, rounded up.
 */
final class BoxSize {

  static final double LABEL_HEIGHT = 14;
  static final double LINE = 17;
  static final double INSIDE = 10;

  /** At 12 px. */
  private static final double LETTER = 6.9;

  private static final double SMALL_LETTER = 6.1;
  private static final double NARROWEST = 64;

  private BoxSize() {}

  static double width(Box box) {
    var longest = Math.max(letters(title(box)), letters(words(box)));
    return Math.max(NARROWEST, longest * LETTER + 2 * INSIDE);
  }

  static double height(Box box) {
    return (words(box).isEmpty() ? 1 : 2) * LINE + 1.4 * INSIDE;
  }

  static double labelWidth(String label) {
    return letters(label) * SMALL_LETTER + 6;
  }

  /** The first line in a box. */
  static String title(Box box) {
    return box.verb().isEmpty() ? box.text() : box.id();
  }

  /** The second line; empty where there is none. */
  static String words(Box box) {
    if (box.verb().isEmpty()) {
      return "";
    }
    return box.text().isEmpty() ? box.verb() : box.verb() + ": " + box.text();
  }

  /** Letters of East Asian scripts and emoji are two wide. */
  private static double letters(String text) {
    return text.codePoints().map(point -> isWide(point) ? 2 : 1).sum();
  }

  private static boolean isWide(int point) {
    return point >= 0x1100
        && (Character.isIdeographic(point)
            || Character.isEmoji(point)
            || (point >= 0xAC00 && point <= 0xD7A3)
            || (point >= 0x3040 && point <= 0x30FF)
            || (point >= 0xFF00 && point <= 0xFF60));
  }
}
