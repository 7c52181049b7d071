package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Text;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads the places that hold words or expressions. */
final class Texts {

  private static final Pattern SWALLOWED = Pattern.compile("\\s+#\\S.*");

  private Texts() {}

  /** A text that somebody will read; it must say something. */
  static Text spoken(ScalarNode scalar, Page page) {
    if (scalar.getValue().isBlank()) {
      page.error("empty-text", scalar, "A text is missing here; write it, or leave the key out");
    }
    warnOfSwallowingComment(scalar, page);
    return value(scalar, page);
  }

  /** Any value: a text with insertions, which may be empty. */
  static Text value(ScalarNode scalar, Page page) {
    var parts = new ArrayList<Text.Part>();
    for (var piece : Insertions.of(scalar.getValue())) {
      switch (piece) {
        case Insertions.Piece.Literal(var text) -> parts.add(new Text.Part.Literal(text));
        case Insertions.Piece.Inserted(var code, var offset) ->
            parts.add(new Text.Part.Inserted(inserted(code, offset, scalar, page)));
        case Insertions.Piece.Unclosed(var offset) ->
            page.error(
                "unclosed-insertion",
                new Spot(page.source(), scalar, codePoints(scalar, offset)).place(0),
                "This ${ is never closed by }; for the two characters themselves write $${");
      }
    }
    return new Text(parts);
  }

  /** A bare expression that must be true or false. */
  static Expression condition(ScalarNode scalar, Role role, Page page) {
    var written = scalar.getValue();
    if (written.isBlank()) {
      page.error("empty-expression", scalar, "A condition is missing here");
      return new Expression(written);
    }
    var pieces = Insertions.of(written.strip());
    if (pieces.size() == 1
        && pieces.getFirst() instanceof Insertions.Piece.Inserted(var inner, var _)) {
      page.error(
          "bare-expression",
          scalar,
          "A condition is written without ${ }: %s".formatted(inner.strip()));
      return new Expression(inner);
    }
    return page.expression(written, role, scalar, 0);
  }

  private static Expression inserted(String code, int offset, ScalarNode scalar, Page page) {
    int start = codePoints(scalar, offset);
    if (code.isBlank()) {
      page.error(
          "empty-expression",
          new Spot(page.source(), scalar, start).place(0),
          "Nothing stands between ${ and }");
      return new Expression(code);
    }
    return page.expression(code, Role.INSERTION, scalar, start);
  }

  private static int codePoints(ScalarNode scalar, int chars) {
    return scalar.getValue().codePointCount(0, chars);
  }

  /** {@code say: Call us #now} says "Call us": a "#" that touches a word was hardly a comment. */
  private static void warnOfSwallowingComment(ScalarNode scalar, Page page) {
    if (!scalar.isPlain() || scalar.getEndMark().isEmpty()) {
      return;
    }
    Mark end = scalar.getEndMark().get();
    var line = page.source().line(end.getLine() + 1);
    int column = Math.min(end.getColumn(), line.codePointCount(0, line.length()));
    var rest = line.substring(line.offsetByCodePoints(0, column));
    if (SWALLOWED.matcher(rest).matches()) {
      page.warning(
          "comment-swallows-text",
          page.source().start(scalar),
          "\"%s\" is a comment and will not be said; quote the whole text to keep it"
              .formatted(rest.strip()));
    }
  }
}
