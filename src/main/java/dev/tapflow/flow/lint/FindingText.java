package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import java.util.Locale;

/** A finding as people read it: {@code file:line:col: error code: message}, the line, a caret. */
public final class FindingText {

  private FindingText() {}

  /** Several lines without a line end after the last. */
  public static String of(Finding finding) {
    var head =
        "%s: %s %s: %s"
            .formatted(
                finding.place(),
                finding.severity().name().toLowerCase(Locale.ROOT),
                finding.code(),
                finding.message());
    return finding.line().isBlank()
        ? head
        : head + "\n    " + finding.line() + "\n    " + caret(finding);
  }

  /** Tabs stay tabs, so that the caret stands under its character. */
  private static String caret(Finding finding) {
    var before = new StringBuilder();
    finding
        .line()
        .codePoints()
        .limit(finding.place().column() - 1L)
        .forEach(c -> before.append(c == '\t' ? '\t' : ' '));
    return before.append('^').toString();
  }
}
