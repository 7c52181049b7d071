package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import java.util.Locale;

/** A finding as people read it: {@code file:line:col: error code: message}, the line, a caret. */
public final class FindingText {

  private FindingText() {}

  /** Several lines without a line end after the last. */
  public static String of(Finding finding) {
    return write(finding, Paint.NONE);
  }

  /** The same in colours, for a terminal that shows them (ECMA-48, "Select Graphic Rendition"). */
  public static String inColours(Finding finding) {
    return write(finding, Paint.ANSI);
  }

  private static String write(Finding finding, Paint paint) {
    var severity = finding.severity().name().toLowerCase(Locale.ROOT);
    var head =
        "%s: %s: %s"
            .formatted(
                paint.strong(Excerpt.printable(finding.place().toString())),
                paint.severity(finding.severity(), severity + " " + finding.code()),
                Excerpt.printable(finding.message()));
    if (finding.line().isBlank()) {
      return head;
    }
    var excerpt = Excerpt.of(finding.line(), finding.place().column());
    return head + "\n    " + excerpt.text() + "\n    " + excerpt.indent() + paint.caret("^");
  }

  /** Where colours go. */
  private enum Paint {
    NONE,
    ANSI;

    String strong(String text) {
      return coloured("1", text);
    }

    String caret(String text) {
      return coloured("1;32", text);
    }

    String severity(Finding.Severity severity, String text) {
      return switch (severity) {
        case ERROR -> coloured("1;31", text);
        case WARNING -> coloured("1;33", text);
      };
    }

    private String coloured(String code, String text) {
      return this == ANSI ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }
  }
}
