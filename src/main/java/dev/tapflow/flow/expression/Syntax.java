package dev.tapflow.flow.expression;

import com.google.common.base.Suppliers;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.extensions.CelExtensions;
import dev.cel.parser.CelParser;
import dev.cel.parser.CelParserFactory;
import dev.cel.parser.CelStandardMacro;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An expression as parsed. */
sealed interface Syntax {

  /** Of the few forms that need nothing of CEL. */
  record Plain(Simple simple) implements Syntax {

    @Override
    public Set<String> roots() {
      return simple.paths().stream()
          .map(path -> path.segments().getFirst())
          .collect(Collectors.toSet());
    }

    @Override
    public Set<String> variables() {
      return simple.paths().stream()
          .map(Simple.Path::segments)
          .filter(segments -> segments.size() > 1 && segments.getFirst().equals("vars"))
          .map(segments -> segments.get(1))
          .collect(Collectors.toSet());
    }
  }

  /** As CEL parses it. */
  record Tree(CelAbstractSyntaxTree ast) implements Syntax {

    @Override
    public Set<String> roots() {
      return nodes()
          .filter(node -> node.getKind() == ExprKind.Kind.IDENT)
          .map(node -> node.ident().name())
          .collect(Collectors.toSet());
    }

    @Override
    public Set<String> variables() {
      return nodes()
          .filter(node -> node.getKind() == ExprKind.Kind.SELECT)
          .filter(node -> node.select().operand().identOrDefault().name().equals("vars"))
          .map(node -> node.select().field())
          .collect(Collectors.toSet());
    }

    /** True where its outermost call is {@code raw(…)}. */
    boolean isRaw() {
      var root = ast.getExpr();
      return root.getKind() == ExprKind.Kind.CALL
          && root.call().function().equals("raw")
          && root.call().target().isEmpty();
    }

    private Stream<CelExpr> nodes() {
      return CelNavigableAst.fromAst(ast).getRoot().allNodes().map(CelNavigableExpr::expr);
    }
  }

  record Broken(Flaw flaw) implements Syntax {

    @Override
    public Set<String> roots() {
      return Set.of();
    }

    @Override
    public Set<String> variables() {
      return Set.of();
    }
  }

  /** How its names begin, those that it brings in itself too. */
  Set<String> roots();

  /** The names after {@code vars.} that it uses. */
  Set<String> variables();

  /** Parses. Building it is cheap; the parser of CEL is loaded with the first tree. */
  final class Reader {

    private static final Pattern RECURSION = Pattern.compile("(?i).*recursion limit.*");

    private static final Pattern QUOTED =
        Pattern.compile("(?s)[^']*(?:input|recognition error at:) '(.*?)'(?: expecting.*)?");

    private final Bounds bounds;
    private final Supplier<CelParser> parser;

    Reader(Bounds bounds, CelOptions options) {
      this.bounds = bounds;
      this.parser = Suppliers.memoize(() -> parser(options));
    }

    private static CelParser parser(CelOptions options) {
      return CelParserFactory.standardCelParserBuilder()
          .setOptions(options)
          .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
          .addLibraries(CelExtensions.math(options), CelExtensions.lists())
          .build();
    }

    Syntax read(String source) {
      if (source.codePointCount(0, source.length()) > bounds.sourceLength()) {
        return new Broken(
            new Flaw(
                0,
                Flaw.BOUND,
                "An expression may have %d characters; compute parts of it in a set step before."
                    .formatted(bounds.sourceLength())));
      }
      if (source.isBlank()) {
        return new Broken(
            new Flaw(
                0, Flaw.SYNTAX, "There is no expression here; write one, such as vars.order."));
      }
      return SimpleParser.parse(source).<Syntax>map(Plain::new).orElseGet(() -> parse(source));
    }

    /** Parses with CEL, whatever it is. */
    Syntax parse(String source) {
      try {
        return read(source, parser.get().parse(source));
      } catch (IllegalArgumentException brokenArgument) {
        // the library's macros, such as math.greatest, trip over an argument that is none
        return new Broken(
            new Flaw(
                0,
                Flaw.SYNTAX,
                "This is no expression: an argument in '%s' is not complete."
                    .formatted(source.strip())));
      }
    }

    private Syntax read(String source, CelValidationResult result) {
      if (!result.hasError()) {
        return treeOf(result);
      }
      var issue = result.getErrors().getFirst();
      return new Broken(
          new Flaw(offset(result.getSource(), issue), code(issue), words(source, issue)));
    }

    private static Syntax treeOf(CelValidationResult result) {
      try {
        return new Tree(result.getAst());
      } catch (CelValidationException e) {
        throw new IllegalStateException("A tree without errors could not be taken", e);
      }
    }

    private static int offset(CelSource source, CelIssue issue) {
      return source.getLocationOffset(issue.getSourceLocation()).orElse(0);
    }

    private static String code(CelIssue issue) {
      return RECURSION.matcher(issue.getMessage()).matches() ? Flaw.BOUND : Flaw.SYNTAX;
    }

    private String words(String source, CelIssue issue) {
      var message = issue.getMessage();
      if (RECURSION.matcher(message).matches()) {
        return "An expression may nest %d deep; compute parts of it in a set step before."
            .formatted(bounds.nesting());
      }
      var quoted = QUOTED.matcher(message);
      if (!quoted.matches()) {
        return "This is no expression: " + message;
      }
      return quoted.group(1).contains("<EOF>")
          ? "The expression ends too early: '" + source.strip() + "' is not complete."
          : "This is no expression: '" + quoted.group(1) + "' cannot stand here.";
    }
  }
}
