package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Text;
import java.util.ArrayList;
import java.util.regex.Pattern;

/** Reads the places that hold words or expressions. */
final class Texts {

  private static final Pattern SWALLOWED = Pattern.compile("\\s+#\\S.*");

  private Texts() {}

  /** A text that somebody will read; it must say something. */
  static Text spoken(Yaml.Scalar scalar, Page page) {
    if (scalar.value().isBlank()) {
      page.error("empty-text", scalar, "A text is missing here; write it, or leave the key out");
    }
    var text = written(scalar, page);
    return page.overlay().map(it -> it.over(scalar, text, page)).orElse(text);
  }

  /** A text as it is written here, without what is said for it elsewhere. */
  static Text written(Yaml.Scalar scalar, Page page) {
    warnOfSwallowingComment(scalar, page);
    return value(scalar, page);
  }

  /** Any value: a text with insertions, which may be empty. */
  static Text value(Yaml.Scalar scalar, Page page) {
    return value(scalar, Role.INSERTION, page);
  }

  /** A value whose insertions see more than is usual, as the role says. */
  static Text value(Yaml.Scalar scalar, Role role, Page page) {
    var parts = new ArrayList<Text.Part>();
    for (var piece : Insertions.of(scalar.value())) {
      switch (piece) {
        case Insertions.Piece.Literal(var text) -> parts.add(new Text.Part.Literal(text));
        case Insertions.Piece.Inserted(var code, var offset) ->
            parts.add(new Text.Part.Inserted(inserted(code, offset, role, scalar, page)));
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
  static Expression condition(Yaml.Scalar scalar, Role role, Page page) {
    var written = scalar.value();
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

  private static Expression inserted(
      String code, int offset, Role role, Yaml.Scalar scalar, Page page) {
    int start = codePoints(scalar, offset);
    if (code.isBlank()) {
      page.error(
          "empty-expression",
          new Spot(page.source(), scalar, start).place(0),
          "Nothing stands between ${ and }");
      return new Expression(code);
    }
    return page.expression(code, role, scalar, start);
  }

  private static int codePoints(Yaml.Scalar scalar, int chars) {
    return scalar.value().codePointCount(0, chars);
  }

  /** {@code say: Call us #now} says "Call us": a "#" that touches a word was hardly a comment. */
  private static void warnOfSwallowingComment(Yaml.Scalar scalar, Page page) {
    if (!scalar.isPlain() || !page.source().hasComments()) {
      return;
    }
    var line = page.source().line(scalar.endLine());
    int column = Math.min(scalar.endColumn() - 1, line.codePointCount(0, line.length()));
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
