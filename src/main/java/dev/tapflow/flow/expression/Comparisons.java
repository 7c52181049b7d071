package dev.tapflow.flow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds comparisons that can never hold, such as of a number with a text. */
final class Comparisons {

  private static final Map<String, String> OPERATORS =
      Map.of("@equals", "==", "@differs", "!=", "@in_any", "in");

  private Comparisons() {}

  static List<Flaw> flaws(CelAbstractSyntaxTree checked, CelExpr root, Nodes nodes) {
    return CelNavigableExpr.fromExpr(root)
        .allNodes()
        .map(CelNavigableExpr::expr)
        .filter(node -> node.getKind() == ExprKind.Kind.CALL)
        .filter(node -> OPERATORS.containsKey(node.call().function()))
        .flatMap(node -> flaw(checked, node, nodes).stream())
        .toList();
  }

  private static Optional<Flaw> flaw(CelAbstractSyntaxTree checked, CelExpr node, Nodes nodes) {
    var operator = OPERATORS.getOrDefault(node.call().function(), "==");
    var left = type(checked, node, 0);
    var second = type(checked, node, 1);
    var right = operator.equals("in") ? Types.searched(second) : second;
    return Types.comparable(left, right)
        ? Optional.empty()
        : Optional.of(
            Complaints.neverEqual(
                nodes.origin(node.id()).map(Nodes.Origin::offset).orElse(0),
                operator,
                Types.aWord(left),
                Types.aWord(right)));
  }

  private static CelType type(CelAbstractSyntaxTree checked, CelExpr node, int argument) {
    return checked.getType(node.call().args().get(argument).id()).orElse(SimpleType.DYN);
  }
}
