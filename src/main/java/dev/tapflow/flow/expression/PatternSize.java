package dev.tapflow.flow.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a pattern becomes when it is compiled, estimated before it is: RE2/J writes {@code
 * ((a{100}){100}){100}} out a million times and would take all memory.
 */
final class PatternSize {

  private static final long MOST = Long.MAX_VALUE / 4_096;

  private final String pattern;
  private final Deque<Long> groups = new ArrayDeque<>();
  private long size;
  private long atom;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /** About the number of instructions; saturates. A pattern that is none gives some number. */
  static long of(String pattern) {
    return new PatternSize(pattern).measured();
  }

  private long measured() {
    while (at < pattern.length()) {
      switch (pattern.charAt(at)) {
        case '\\' -> escaped();
        case '[' -> characterClass();
        case '(' -> open();
        case ')' -> close();
        case '{' -> repetition();
        case '*', '+', '?', '|' -> at++;
        default -> atom(1);
      }
    }
    while (!groups.isEmpty()) {
      close();
    }
    return size + atom;
  }

  private void atom(int characters) {
    size = bounded(size + atom);
    atom = 1;
    at += characters;
  }

  private void escaped() {
    if (pattern.startsWith("\\Q", at)) {
      var end = pattern.indexOf("\\E", at);
      var quoted = (end < 0 ? pattern.length() : end) - at;
      size = bounded(size + atom + quoted);
      atom = 1;
      at += quoted + 2;
    } else {
      atom(2);
    }
  }

  private void characterClass() {
    var end = at + 1;
    if (pattern.startsWith("^", end)) {
      end++;
    }
    if (pattern.startsWith("]", end)) {
      end++;
    }
    while (end < pattern.length() && pattern.charAt(end) != ']') {
      end += pattern.charAt(end) == '\\' ? 2 : pattern.startsWith("[:", end) ? named(end) : 1;
    }
    atom(end + 1 - at);
  }

  private int named(int start) {
    var end = pattern.indexOf(":]", start);
    return end < 0 ? 1 : end + 2 - start;
  }

  private void open() {
    groups.push(bounded(size + atom));
    size = 0;
    atom = 0;
    at++;
  }

  private void close() {
    var before = groups.isEmpty() ? 0 : groups.pop();
    atom = bounded(size + atom + 2);
    size = before;
    at++;
  }

  private void repetition() {
    var end = pattern.indexOf('}', at);
    var times = end < 0 ? 0 : times(pattern.substring(at + 1, end));
    if (times == 0) {
      atom(1);
    } else {
      atom = bounded(atom * times);
      at = end + 1;
    }
  }

  /** The largest number of a repetition; 0 where it is none, and the brace stands for itself. */
  private static long times(String bounds) {
    if (!bounds.matches("\\d{1,4}(,\\d{0,4})?")) {
      return 0;
    }
    var comma = bounds.indexOf(',');
    var least = Long.parseLong(comma < 0 ? bounds : bounds.substring(0, comma));
    var most =
        comma < 0 || comma == bounds.length() - 1
            ? least + 1
            : Long.parseLong(bounds.substring(comma + 1));
    return Math.max(1, Math.max(least, most));
  }

  private static long bounded(long size) {
    return Math.min(size, MOST);
  }
}
