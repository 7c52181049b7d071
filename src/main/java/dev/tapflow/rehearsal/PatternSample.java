package dev.tapflow.rehearsal;

import java.util.Optional;

/**
 * An example of what an RE2 pattern matches, the shortest that is easily found. Whoever uses it
 * tries it: what is rare in patterns is not understood here.
 */
final class PatternSample {

  private final String pattern;
  private int at;

  private PatternSample(String pattern) {
    this.pattern = pattern;
  }

  /** Empty where the pattern is not understood. */
  static Optional<String> of(String pattern) {
    var sample = new PatternSample(pattern);
    try {
      var text = sample.alternatives();
      return sample.at == pattern.length() ? Optional.of(text) : Optional.empty();
    } catch (IndexOutOfBoundsException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  /** The first of them. */
  private String alternatives() {
    var first = sequence();
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      sequence();
    }
    return first;
  }

  private String sequence() {
    var text = new StringBuilder();
    while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
      text.append(repeated(one()));
    }
    return text.toString();
  }

  private String one() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '.' -> "a";
      case '(' -> group();
      case '[' -> oneOf();
      case '\\' -> escape();
      default -> String.valueOf(c);
    };
  }

  private String group() {
    if (pattern.startsWith("?", at)) {
      at = Math.max(pattern.indexOf(':', at), pattern.indexOf('>', at)) + 1;
      if (at <= 0) {
        // flags alone, (?i)
        throw new IndexOutOfBoundsException("flags");
      }
    }
    var inner = alternatives();
    at++;
    return inner;
  }

  private String escape() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case 'd' -> "1";
      case 'w' -> "a";
      case 's' -> " ";
      case 'b', 'A', 'z' -> "";
      case 'p' -> {
        at = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) + 1 : at + 1;
        yield "A";
      }
      case 't' -> "\t";
      case 'n' -> "\n";
      default -> String.valueOf(c);
    };
  }

  /** The first of a class; of one that excludes, something it hardly does. */
  private String oneOf() {
    var excludes = pattern.charAt(at) == '^';
    at += excludes ? 1 : 0;
    int from = at;
    var first = pattern.startsWith("[:", at) ? named() : member();
    at = Math.max(at, from + 1);
    while (pattern.charAt(at) != ']') {
      at +=
          pattern.charAt(at) == '\\'
              ? 2
              : pattern.startsWith("[:", at) ? pattern.indexOf(":]", at) + 2 - at : 1;
    }
    at++;
    return excludes ? "x" : first;
  }

  private String member() {
    char c = pattern.charAt(at++);
    return c == '\\' ? escape() : String.valueOf(c);
  }

  private String named() {
    var digits = pattern.startsWith("[:digit:]", at);
    at = pattern.indexOf(":]", at) + 2;
    return digits ? "1" : "a";
  }

  private String repeated(String text) {
    if (at == pattern.length()) {
      return text;
    }
    int times = times();
    if (at < pattern.length() && pattern.charAt(at) == '?') {
      at++;
    }
    return text.repeat(times);
  }

  private int times() {
    return switch (pattern.charAt(at)) {
      case '*', '?' -> {
        at++;
        yield 0;
      }
      case '+' -> {
        at++;
        yield 1;
      }
      case '{' -> {
        int end = pattern.indexOf('}', at);
        var least = pattern.substring(at + 1, end).split(",", 2)[0];
        at = end + 1;
        yield Integer.parseInt(least);
      }
      default -> 1;
    };
  }
}
