package dev.tapflow.flow.expression;

import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A chain of selections on an identifier, such as {@code contact.address.city}, from left to right.
 *
 * @param nodes the node that each segment ends
 * @param testOnly true where {@code has(…)} only asks whether it is there
 */
record Chain(List<String> segments, List<CelExpr> nodes, boolean testOnly) {

  String root() {
    return segments.getFirst();
  }

  static Optional<Chain> of(CelExpr node) {
    var segments = new ArrayList<String>();
    var nodes = new ArrayList<CelExpr>();
    var at = node;
    while (at.getKind() == ExprKind.Kind.SELECT
        && (segments.isEmpty() || !at.select().testOnly())) {
      segments.addFirst(at.select().field());
      nodes.addFirst(at);
      at = at.select().operand();
    }
    if (at.getKind() != ExprKind.Kind.IDENT) {
      return Optional.empty();
    }
    segments.addFirst(at.ident().name());
    nodes.addFirst(at);
    return Optional.of(new Chain(segments, nodes, node.selectOrDefault().testOnly()));
  }
}
