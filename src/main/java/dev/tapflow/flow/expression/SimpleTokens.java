package dev.tapflow.flow.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of an expression apart, as far as its forms are simple. */
final class SimpleTokens {

  /** Texts without escapes, numbers without exponents, and the signs of the simple forms. */
  private static final Pattern TOKEN =
      Pattern.compile(
          "[ \\t\\r\\n\\f]*(?:(?<word>[A-Za-z_]\\w*)"
              + "|(?<number>-?(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,15})?)(?![\\w.])"
              + "|'(?<single>[^'\\\\\\n\\r]*)'(?!')|\"(?<double>[^\"\\\\\\n\\r]*)\"(?!\")"
              + "|(?<sign>==|!=|<=|>=|&&|\\|\\||[.,()\\[\\]?:<>!+*-]))");

  private SimpleTokens() {}

  /** A piece: a name, the value of a literal, or a sign. */
  sealed interface Token {

    record Word(String text) implements Token {}

    record Value(Object value) implements Token {}

    record Sign(String text) implements Token {}
  }

  /** Empty where something is not simple. */
  static Optional<List<Token>> of(String source) {
    var text = source.stripTrailing();
    var tokens = new ArrayList<Token>();
    var found = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!found.region(at, text.length()).lookingAt()) {
        return Optional.empty();
      }
      tokens.add(token(found));
      at = found.end();
    }
    return Optional.of(tokens);
  }

  private static Token token(Matcher found) {
    if (found.group("word") instanceof String word) {
      return new Token.Word(word);
    }
    if (found.group("sign") instanceof String sign) {
      return new Token.Sign(sign);
    }
    if (found.group("number") instanceof String number) {
      return new Token.Value(number(number));
    }
    return new Token.Value(
        found.group("single") instanceof String text ? text : found.group("double"));
  }

  private static Object number(String digits) {
    if (digits.contains(".")) {
      return Double.valueOf(digits);
    }
    return Long.valueOf(digits);
  }
}
