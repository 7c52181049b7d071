package dev.tapflow.cli;

/** Counts in words: "1 flow", "3 flows", "no flows". */
final class Plural {

  private Plural() {}

  static String of(long count, String what) {
    return (count == 0 ? "no" : Long.toString(count)) + " " + what + (count == 1 ? "" : "s");
  }
}
