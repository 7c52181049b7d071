package dev.tapflow.flow.yaml;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a text with {@code ${…}} apart. Braces and quotes inside an insertion are followed, so that
 * {@code ${default(x, "}")}} is one; {@code $${} is a literal {@code ${}; nothing else is special.
 */
final class Insertions {

  /** A piece of the text; offsets are in chars. */
  sealed interface Piece {

    record Literal(String text) implements Piece {}

    /**
     * @param offset where the expression begins, after the brace
     */
    record Inserted(String code, int offset) implements Piece {}

    /** An insertion that begins here and never ends. */
    record Unclosed(int offset) implements Piece {}
  }

  private final String text;
  private final List<Piece> pieces = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private int at;

  private Insertions(String text) {
    this.text = text;
  }

  static List<Piece> of(String text) {
    if (text.indexOf('$') < 0) {
      return text.isEmpty() ? List.of() : List.of(new Piece.Literal(text));
    }
    return new Insertions(text).split();
  }

  private List<Piece> split() {
    while (at < text.length()) {
      if (text.startsWith("$${", at)) {
        literal.append("${");
        at += 3;
      } else if (text.startsWith("${", at)) {
        flush();
        insertion();
      } else {
        literal.append(text.charAt(at++));
      }
    }
    flush();
    return pieces;
  }

  private void flush() {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private void insertion() {
    int from = at + 2;
    int end = closing(from);
    if (end < 0) {
      pieces.add(new Piece.Unclosed(at));
      at = text.length();
    } else {
      pieces.add(new Piece.Inserted(text.substring(from, end), from));
      at = end + 1;
    }
  }

  private int closing(int from) {
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\'') {
        i = closingQuote(i);
      } else if (c == '}' && depth == 0) {
        return i;
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      }
    }
    return -1;
  }

  /** The end of CEL's quoted text that begins here: one or three quotes, raw after an "r". */
  private int closingQuote(int from) {
    var quote = text.substring(from, from + 1);
    var mark = text.startsWith(quote.repeat(3), from) ? quote.repeat(3) : quote;
    boolean raw =
        from > 0 && Character.toLowerCase(text.charAt(from - 1)) == 'r' && !inWord(from - 2);
    for (int i = from + mark.length(); i < text.length(); i++) {
      if (text.charAt(i) == '\\' && !raw) {
        i++;
      } else if (text.startsWith(mark, i)) {
        return i + mark.length() - 1;
      }
    }
    return text.length();
  }

  private boolean inWord(int index) {
    return index >= 0 && Character.isLetterOrDigit(text.charAt(index));
  }
}
