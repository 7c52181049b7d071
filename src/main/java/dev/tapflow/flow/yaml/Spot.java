package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;

/**
 * A character of a scalar's value. Its place in the file is worked out only when somebody asks:
 * quotes, escapes, indentation and folded lines stand between the value and the text.
 *
 * @param offset in code points from the start of the value
 */
record Spot(Source source, Yaml.Scalar scalar, int offset) {

  Place place(int further) {
    var text = source.written(scalar);
    return place(source.start(scalar), text, written(text, offset + further));
  }

  /** The place of a code point of the text that begins at a place. */
  private static Place place(Place start, int[] text, int wanted) {
    int line = start.line();
    int column = start.column();
    for (int i = 0; i < wanted; i++) {
      line += text[i] == '\n' ? 1 : 0;
      column = text[i] == '\n' ? 1 : column + 1;
    }
    return new Place(start.file(), line, column);
  }

  /** Walks value and text side by side; returns where in the text the value's code point stands. */
  private int written(int[] text, int wanted) {
    var value = scalar.value().codePoints().toArray();
    int at = first(text);
    for (int i = 0; i < value.length && at < text.length; i++) {
      at = seek(text, at, value[i]);
      if (i == wanted) {
        return at;
      }
      at += isEscape(text, at) ? 2 : 1;
    }
    return Math.min(at, text.length);
  }

  /** A block's header ("|-") is no part of its value. */
  private int first(int[] text) {
    var block = scalar.style() == Yaml.Style.BLOCK;
    int at = 0;
    while (block && at < text.length && text[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Over quotes, line ends and indentation to the next character that is this one. */
  private int seek(int[] text, int from, int wanted) {
    int at = from;
    while (!Character.isWhitespace(wanted)
        && at < text.length
        && text[at] != wanted
        && !isEscape(text, at)) {
      at++;
    }
    return at;
  }

  private boolean isEscape(int[] text, int at) {
    return scalar.style() == Yaml.Style.DOUBLE_QUOTED && at < text.length && text[at] == '\\';
  }
}
