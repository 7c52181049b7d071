package dev.tapflow.flow.expression;

import java.util.regex.Pattern;

/** Guesses from the text of a file, before it is read, what its expressions will need. */
final class Expectation {

  private static final int LENGTH = 100_000;
  private static final Pattern EXPRESSION =
      Pattern.compile("\\$\\{([^}\\n]{1,200})\\}|\\bif: ([^\\n,]{1,200})");

  private Expectation() {}

  static boolean needsCel(String file) {
    return EXPRESSION
        .matcher(file.substring(0, Math.min(file.length(), LENGTH)))
        .results()
        .map(found -> found.group(1) == null ? unquoted(found.group(2)) : found.group(1))
        .anyMatch(source -> SimpleParser.parse(source).isEmpty());
  }

  /** As it stands in YAML. */
  private static String unquoted(String value) {
    var bare = value.strip();
    return bare.length() > 1 && bare.startsWith("\"") && bare.endsWith("\"")
        ? bare.substring(1, bare.length() - 1)
        : bare;
  }
}
