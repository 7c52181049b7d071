package dev.tapflow.flow.expression;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** Checks at load what is written as a literal and would fail at run time. */
final class Literals {

  private final Patterns patterns;

  Literals(Patterns patterns) {
    this.patterns = patterns;
  }

  Optional<Flaw> check(CelCall call, Names names, ToIntFunction<CelExpr> position) {
    var literal = lastLiteral(call.args());
    if (literal.isEmpty()) {
      return Optional.empty();
    }
    var text = literal.get().constant().stringValue();
    var offset = position.applyAsInt(literal.get());
    return switch (call.function()) {
      case "matches" ->
          patterns.check(text).map(message -> new Flaw(offset, Flaw.PATTERN, message));
      case "format_date" ->
          Days.checkPattern(text).map(message -> new Flaw(offset, Flaw.PATTERN, message));
      case "plus" -> Days.checkPeriod(text).map(message -> new Flaw(offset, Flaw.TYPE, message));
      case "is_open" ->
          names.hasHours(text)
              ? Optional.empty()
              : Optional.of(
                  new Flaw(offset, Flaw.VARIABLE, "bot.yaml has no opening hours " + text + "."));
      default -> Optional.empty();
    };
  }

  private static Optional<CelExpr> lastLiteral(List<CelExpr> arguments) {
    return arguments.isEmpty()
        ? Optional.empty()
        : Optional.of(arguments.getLast())
            .filter(argument -> argument.getKind() == ExprKind.Kind.CONSTANT)
            .filter(argument -> argument.constant().getKind() == CelConstant.Kind.STRING_VALUE);
  }
}
