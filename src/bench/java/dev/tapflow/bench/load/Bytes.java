package dev.tapflow.bench.load;

import java.nio.charset.StandardCharsets;

/** Looking for things in ASCII bytes. */
final class Bytes {

  static final byte[] NEW_LINE = of("\r\n");
  static final byte[] BLANK_LINE = of("\r\n\r\n");

  private Bytes() {}

  static byte[] of(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The place behind the first {@code wanted} that lies whole in the range; -1 when there is none.
   */
  static int after(byte[] source, int from, int to, byte[] wanted) {
    for (var at = from; at <= to - wanted.length; at++) {
      if (isAt(source, at, wanted)) {
        return at + wanted.length;
      }
    }
    return -1;
  }

  /** The caller makes sure that {@code wanted} fits. */
  static boolean isAt(byte[] source, int at, byte[] wanted) {
    for (var i = 0; i < wanted.length; i++) {
      if (source[at + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }

  static boolean isAtIgnoringCase(byte[] source, int at, byte[] lowerCase) {
    if (at + lowerCase.length > source.length) {
      return false;
    }
    for (var i = 0; i < lowerCase.length; i++) {
      var one = source[at + i];
      var lower = one >= 'A' && one <= 'Z' ? one + 32 : one;
      if (lower != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  static int skipSpaces(byte[] source, int at) {
    var next = at;
    while (source[next] == ' ') {
      next++;
    }
    return next;
  }

  /** The number whose digits begin here. */
  static long number(byte[] source, int at) {
    var value = 0L;
    for (var next = at;
        next < source.length && source[next] >= '0' && source[next] <= '9';
        next++) {
      value = value * 10 + source[next] - '0';
    }
    return value;
  }
}
