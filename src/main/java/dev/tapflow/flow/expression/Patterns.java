package dev.tapflow.flow.expression;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** RE2 patterns: linear in the text, bounded in size, each compiled once. */
final class Patterns {

  /** Those that flows spell out are fewer; one that a customer brings in is not kept for ever. */
  private static final int KEPT = 10_000;

  private final Bounds bounds;
  private final ConcurrentHashMap<String, Pattern> compiled = new ConcurrentHashMap<>();

  Patterns(Bounds bounds) {
    this.bounds = bounds;
  }

  /** What is wrong with a pattern, and what to do; empty where it is good. */
  Optional<String> check(String pattern) {
    if (isTooLong(pattern)) {
      return Optional.of(
          "A pattern may have %d characters; split the check into several."
              .formatted(bounds.patternLength()));
    }
    var size = PatternSize.of(pattern);
    if (size > bounds.patternProgram()) {
      return Optional.of(
          "The pattern is too large: its repetitions multiply to about %d steps, and %d are allowed."
              .formatted(size, bounds.patternProgram()));
    }
    try {
      Pattern.compile(pattern);
      return Optional.empty();
    } catch (PatternSyntaxException e) {
      return Optional.of("This is no RE2 pattern: " + e.getDescription() + at(e) + ".");
    } catch (StackOverflowError e) {
      return Optional.of("The pattern nests too deep.");
    }
  }

  boolean isTooLarge(String pattern) {
    return isTooLong(pattern) || PatternSize.of(pattern) > bounds.patternProgram();
  }

  private boolean isTooLong(String pattern) {
    return pattern.codePointCount(0, pattern.length()) > bounds.patternLength();
  }

  private static String at(PatternSyntaxException e) {
    return e.getPattern() == null || e.getPattern().isEmpty() ? "" : " at '" + e.getPattern() + "'";
  }

  /**
   * Whether the whole text matches; a pattern that does not pass {@link #check} matches nothing.
   */
  boolean matches(String pattern, String text) {
    return compiled(pattern).map(known -> known.matcher(text).matches()).orElse(false);
  }

  /** Whether any part of the text matches; empty where the pattern does not pass the check. */
  Optional<Boolean> find(String pattern, String text) {
    return compiled(pattern).map(known -> known.matcher(text).find());
  }

  private Optional<Pattern> compiled(String pattern) {
    var known = compiled.get(pattern);
    if (known != null) {
      return Optional.of(known);
    }
    if (check(pattern).isPresent()) {
      return Optional.empty();
    }
    var made = Pattern.compile(pattern);
    if (compiled.size() < KEPT) {
      compiled.put(pattern, made);
    }
    return Optional.of(made);
  }
}
