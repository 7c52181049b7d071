package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A character of a scalar's value. Its place in the file is worked out only when somebody asks:
 * quotes, escapes, indentation and folded lines stand between the value and the text.
 *
 * @param offset in code points from the start of the value
 */
record Spot(Source source, ScalarNode scalar, int offset) {

  Place place(int further) {
    var start = scalar.getStartMark();
    if (start.isEmpty()) {
      return source.top();
    }
    var written = source.text().codePoints().skip(start.get().getIndex()).limit(length()).toArray();
    return source.place(start.get().getIndex() + written(written, offset + further));
  }

  private long length() {
    int from = scalar.getStartMark().map(Mark::getIndex).orElse(0);
    return scalar.getEndMark().map(Mark::getIndex).orElse(from) - (long) from;
  }

  /** Walks value and text side by side; returns where in the text the value's code point stands. */
  private int written(int[] text, int wanted) {
    var value = scalar.getValue().codePoints().toArray();
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
    var block = style() == ScalarStyle.LITERAL || style() == ScalarStyle.FOLDED;
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
    return style() == ScalarStyle.DOUBLE_QUOTED && at < text.length && text[at] == '\\';
  }

  private ScalarStyle style() {
    return scalar.getScalarStyle();
  }
}
