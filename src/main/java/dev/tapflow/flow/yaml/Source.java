package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Place;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of one file, by lines. */
final class Source {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\n|\r");

  private final String file;
  private final String text;
  private int @Nullable [] starts;

  Source(String file, String text) {
    this.file = file;
    this.text = text;
  }

  String file() {
    return file;
  }

  String text() {
    return text;
  }

  /** In code points. */
  int length() {
    return text.codePointCount(0, text.length());
  }

  Place top() {
    return new Place(file, 1, 1);
  }

  Place start(Node node) {
    return node.getStartMark().map(this::place).orElseGet(this::top);
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

  /** What is written between two marks, in code points. */
  int[] between(Mark from, Mark to) {
    return text.substring(index(from), Math.max(index(from), index(to))).codePoints().toArray();
  }

  private int index(Mark mark) {
    int line = starts()[Math.min(mark.getLine(), starts().length - 1)];
    int rest = text.codePointCount(line, text.length());
    return text.offsetByCodePoints(line, Math.min(rest, mark.getColumn()));
  }

  /** Where each line begins, in chars; only who has something to show needs it. */
  private int[] starts() {
    if (starts == null) {
      var ends = LINE_END.matcher(text).results().mapToInt(MatchResult::end);
      starts = IntStream.concat(IntStream.of(0), ends).toArray();
    }
    return starts;
  }
}
