package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** The text of one file, by lines. */
final class Source {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

  private final String file;
  private final String text;
  private final boolean hasComments;
  private int @Nullable [] starts;

  Source(String file, String text) {
    this.file = file;
    this.text = text;
    this.hasComments = text.contains(" #") || text.contains("\t#");
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** False where nothing in the file can be a comment behind a value. */
  boolean hasComments() {
    return hasComments;
  }

  /** In code points. */
  int length() {
    return text.codePointCount(0, text.length());
  }

  Place top() {
    return new Place(file, 1, 1);
  }

  Place start(Yaml node) {
    return new Place(file, node.line(), node.column());
  }

  /** YAML's marks count from 0, and in code points. */
  Place place(Mark mark) {
    return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
  }

  /** The place of the code point of this number. */
  Place place(int codePoint) {
    var before = text.substring(0, text.offsetByCodePoints(0, codePoint));
    var parts = LINE_END.split(before, -1);
    var last = parts[parts.length - 1];
    return new Place(file, parts.length, last.codePointCount(0, last.length()) + 1);
  }

  /** The text of a line, from 1; empty beyond the end. */
  String line(int number) {
    int at = number - 1;
    if (at < 0 || at >= starts().length) {
      return "";
    }
    int end = at + 1 < starts().length ? starts()[at + 1] : text.length();
    return LINE_END.matcher(text.substring(starts()[at], end)).replaceFirst("");
  }

  /** How a scalar is written, in code points. */
  int[] written(Yaml.Scalar scalar) {
    int from = index(scalar.line(), scalar.column());
    int to = index(scalar.endLine(), scalar.endColumn());
    return text.substring(from, Math.max(from, to)).codePoints().toArray();
  }

  private int index(int line, int column) {
    var written = line(line);
    int before = Math.min(column - 1, written.codePointCount(0, written.length()));
    return starts()[Math.min(line, starts().length) - 1] + written.offsetByCodePoints(0, before);
  }

  private boolean endsLine(int at) {
    boolean first = text.charAt(at) == '\r' && text.startsWith("\n", at + 1);
    return text.charAt(at) == '\n' || (text.charAt(at) == '\r' && !first);
  }

  /** Where each line begins, in chars; only who has something to show needs it. */
  private int[] starts() {
    if (starts == null) {
      starts =
          IntStream.rangeClosed(0, text.length()).filter(i -> i == 0 || endsLine(i - 1)).toArray();
    }
    return starts;
  }
}
