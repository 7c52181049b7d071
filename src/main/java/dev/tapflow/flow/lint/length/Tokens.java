package dev.tapflow.flow.lint.length;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The tokens of an expression: names with their dots, numbers, texts in quotes, operators. What is
 * no expression gives tokens too; whoever reads them gives up.
 */
final class Tokens {

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s+|[A-Za-z_]\\w*(?:\\s*\\.\\s*[A-Za-z_]\\w*)*|\\d+(?:\\.\\d+)?"
              + "|'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|&&|\\|\\||[=!<>]=|.",
          Pattern.DOTALL);

  private static final String END = "";

  private final List<String> tokens = new ArrayList<>();
  private int at;

  Tokens(String source) {
    TOKEN
        .matcher(source)
        .results()
        .map(it -> it.group())
        .filter(it -> !it.isBlank())
        .forEach(tokens::add);
  }

  String next() {
    return at < tokens.size() ? tokens.get(at) : END;
  }

  String take() {
    var token = next();
    at++;
    return token;
  }

  boolean takeIf(String token) {
    boolean found = next().equals(token);
    at += found ? 1 : 0;
    return found;
  }

  boolean isAtEnd() {
    return at >= tokens.size();
  }
}
