package dev.tapflow.flow.lint.length;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The longest text that a simple pattern takes: of letters, classes and counts of them. */
final class PatternLength {

  private static final Pattern PIECE =
      Pattern.compile(
          "(?:\\\\[dDwWsS]|\\\\[^A-Za-z0-9]|\\[\\^?\\]?(?:\\\\.|[^\\]\\\\])*\\]|[^\\\\\\[\\](){}*+?|^$])"
              + "(\\?|\\{(\\d{1,4})(?:,(\\d{0,4}))?\\})?");

  private PatternLength() {}

  /** In code points; empty where the pattern is not that simple, or has no such bound. */
  static Optional<Integer> of(String pattern) {
    var bare = pattern.startsWith("(?i)") ? pattern.substring(4) : pattern;
    var piece = PIECE.matcher(bare);
    int at = 0;
    int longest = 0;
    while (at < bare.length()) {
      if (!piece.find(at) || piece.start() != at || isWithoutBound(piece.group(3))) {
        return Optional.empty();
      }
      longest += most(piece.group(2), piece.group(3));
      at = piece.end();
    }
    return longest > 0 ? Optional.of(longest) : Optional.empty();
  }

  /** As {@code {2,}} is. */
  private static boolean isWithoutBound(@Nullable String upTo) {
    return upTo != null && upTo.isEmpty();
  }

  private static int most(@Nullable String count, @Nullable String upTo) {
    return Integer.parseInt(upTo != null ? upTo : count != null ? count : "1");
  }
}
