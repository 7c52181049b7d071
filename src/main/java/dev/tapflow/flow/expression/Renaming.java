package dev.tapflow.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A call under the name of the function of ours that stands for it, where CEL's own means something
 * else, or has no bound.
 */
record Renaming(String function, Optional<CelExpr> target, List<CelExpr> arguments) {

  private static final Map<String, String> OPERATORS =
      Map.of(
          "_/_", "@divide",
          "_==_", "@equals",
          "_!=_", "@differs",
          "@in", "@in_any",
          "_?_:_", "@if",
          "_[_]", "@index");

  /**
   * {@code round} is half to even in this CEL, {@code range} makes a list of any length, and to its
   * checker {@code sortBy} gives the keys with the elements.
   */
  private static final Map<String, String> NAMESPACED =
      Map.of(
          "math.round", "@round",
          "lists.range", "@range",
          "lists.@sortByAssociatedKeys", "@sort_by");

  private static final Set<String> AS_METHODS = Set.of("matches", "flatten");

  static Renaming of(CelCall call) {
    var name =
        call.target().map(target -> target.identOrDefault().name() + ".").orElse("")
            + call.function();
    var ours = NAMESPACED.get(name);
    if (ours != null) {
      return new Renaming(ours, Optional.empty(), call.args());
    }
    return AS_METHODS.contains(call.function())
        ? new Renaming("@" + call.function(), Optional.empty(), withTarget(call))
        : new Renaming(
            OPERATORS.getOrDefault(call.function(), call.function()), call.target(), call.args());
  }

  /** {@code text.matches(pattern)} and {@code matches(text, pattern)} are the same. */
  private static List<CelExpr> withTarget(CelCall call) {
    return ImmutableList.<CelExpr>builder()
        .addAll(call.target().stream().toList())
        .addAll(call.args())
        .build();
  }
}
