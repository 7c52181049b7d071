package dev.tapflow.flow.expression;

/** Finds in the text of an expression what the parser's positions only point near. */
final class Source {

  private Source() {}

  /** The start of the name after the dot at this offset; offsets are in code points. */
  static int afterDot(String source, int offset) {
    var codePoints = source.codePoints().toArray();
    var at = offset;
    if (at >= codePoints.length || codePoints[at] != '.') {
      return offset;
    }
    do {
      at++;
    } while (at < codePoints.length && Character.isWhitespace(codePoints[at]));
    return at;
  }

  /** The start of a function's name, where it stands right before the bracket at this offset. */
  static int functionName(String source, int offset, String name) {
    var codePoints = source.codePoints().toArray();
    var start = offset - name.length();
    return start >= 0
            && offset <= codePoints.length
            && new String(codePoints, start, name.length()).equals(name)
        ? start
        : offset;
  }
}
