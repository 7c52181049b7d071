package dev.tapflow.engine;

import java.util.Arrays;

/** One slip of the finger: a letter missing, too many, another, or two changed places. */
final class Typo {

  private Typo() {}

  /** True where one slip makes one of the words of the other. */
  static boolean isOne(String first, String second) {
    var a = first.codePoints().toArray();
    var b = second.codePoints().toArray();
    var start = Arrays.mismatch(a, b);
    if (start < 0) {
      return false;
    }
    return switch (b.length - a.length) {
      case 0 -> sameFrom(a, start + 1, b, start + 1) || areSwapped(a, b, start);
      case 1 -> sameFrom(a, start, b, start + 1);
      case -1 -> sameFrom(a, start + 1, b, start);
      default -> false;
    };
  }

  private static boolean areSwapped(int[] a, int[] b, int at) {
    return at + 1 < a.length
        && a[at] == b[at + 1]
        && a[at + 1] == b[at]
        && sameFrom(a, at + 2, b, at + 2);
  }

  private static boolean sameFrom(int[] a, int fromA, int[] b, int fromB) {
    return Arrays.equals(a, fromA, a.length, b, fromB, b.length);
  }
}
