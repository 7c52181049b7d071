package dev.tapflow.flow.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** RE2 patterns: linear in the text, bounded in size, each compiled once. */
final class Patterns {

  private final Bounds bounds;
  private final ConcurrentHashMap<String, Pattern> compiled = new ConcurrentHashMap<>();

  Patterns(Bounds bounds) {
    this.bounds = bounds;
  }

  /** What is wrong with a pattern, and what to do; empty where it is good. */
  Optional<String> check(String pattern) {
    if (pattern.codePointCount(0, pattern.length()) > bounds.patternLength()) {
      return Optional.of(
          "A pattern may have %d characters; split the check into several."
              .formatted(bounds.patternLength()));
    }
    try {
      var size = Pattern.compile(pattern).programSize();
      return size <= bounds.patternProgram()
          ? Optional.empty()
          : Optional.of(
              "The pattern is too large: its repetitions multiply to %d steps, and %d are allowed."
                  .formatted(size, bounds.patternProgram()));
    } catch (PatternSyntaxException e) {
      return Optional.of("This is no RE2 pattern: " + e.getDescription() + at(e) + ".");
    } catch (StackOverflowError e) {
      return Optional.of("The pattern nests too deep.");
    }
  }

  private static String at(PatternSyntaxException e) {
    return e.getPattern() == null || e.getPattern().isEmpty() ? "" : " at '" + e.getPattern() + "'";
  }

  /** Whether the whole text matches; a pattern that does not pass {@link #check} matches nothing. */
  boolean matches(String pattern, String text) {
    var known = compiled.get(pattern);
    if (known == null) {
      if (check(pattern).isPresent()) {
        return false;
      }
      known = compiled.computeIfAbsent(pattern, Pattern::compile);
    }
    return known.matcher(text).matches();
  }
}
