package dev.tapflow.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelSource;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelReference;
import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Turns a checked expression into one that the runtime of CEL can run. CEL calls no function whose
 * argument failed, so {@code default(x, y)} becomes {@code @not_strictly_false(@is_null(x)) ? y :
 * x}, the one operator that takes a failure for an answer. Overloads that only the checker tells
 * apart become the one that runs.
 */
final class Lowering {

  private final CelAbstractSyntaxTree checked;
  private final Functions functions;
  private final Nodes nodes;
  private final Map<Long, CelReference> references = new HashMap<>();
  private final Map<Long, CelType> types = new HashMap<>();

  Lowering(CelAbstractSyntaxTree checked, Functions functions, Nodes nodes) {
    this.checked = checked;
    this.functions = functions;
    this.nodes = nodes;
  }

  /** The expression under this node, ready to run. */
  CelAbstractSyntaxTree tree(CelExpr node) {
    return CelAbstractSyntaxTree.newCheckedAst(
        lower(node), CelSource.newBuilder("").build(), references, types);
  }

  private CelExpr lower(CelExpr node) {
    checked.getType(node.id()).ifPresent(type -> types.put(node.id(), type));
    checked.getReference(node.id()).ifPresent(found -> references.put(node.id(), running(found)));
    return switch (node.getKind()) {
      case CALL -> call(node);
      case LIST ->
          CelExpr.ofList(node.id(), all(node.list().elements()), node.list().optionalIndices());
      case MAP -> map(node);
      case COMPREHENSION -> comprehension(node, node.comprehension());
      case SELECT ->
          CelExpr.ofSelect(
              node.id(),
              lower(node.select().operand()),
              node.select().field(),
              node.select().testOnly());
      case CONSTANT, IDENT, STRUCT, NOT_SET -> node;
    };
  }

  private CelReference running(CelReference chosen) {
    var overloads = chosen.overloadIds().stream().map(functions::running).distinct().toList();
    return overloads.equals(chosen.overloadIds())
        ? chosen
        : CelReference.newBuilder().setName(chosen.name()).addOverloadIds(overloads).build();
  }

  private ImmutableList<CelExpr> all(List<CelExpr> children) {
    return children.stream().map(this::lower).collect(ImmutableList.toImmutableList());
  }

  private CelExpr call(CelExpr node) {
    var arguments = node.call().args();
    return switch (node.call().function()) {
      case "default", "@default_any" -> orElse(node, arguments.get(0), arguments.get(1));
      case "@if" ->
          choice(
              node,
              lower(arguments.get(0)),
              widened(node, arguments.get(1)),
              widened(node, arguments.get(2)));
      case "_&&_", "_||_" ->
          CelExpr.ofCall(
              node.id(),
              Optional.empty(),
              node.call().function(),
              ImmutableList.of(truth(arguments.get(0)), truth(arguments.get(1))));
      default ->
          CelExpr.ofCall(
              node.id(),
              node.call().target().map(this::lower),
              node.call().function(),
              all(arguments));
    };
  }

  /** What is unset fails, and CEL looks at the other side then; null itself it would not stand. */
  private CelExpr truth(CelExpr operand) {
    return made("@truth", "truth_any", SimpleType.BOOL, lower(operand));
  }

  private CelExpr orElse(CelExpr node, CelExpr value, CelExpr otherwise) {
    var isNull = made("@is_null", "is_null_any", SimpleType.BOOL, lower(value));
    var unset = made("@not_strictly_false", "not_strictly_false", SimpleType.BOOL, isNull);
    return choice(node, unset, widened(node, otherwise), widened(node, value));
  }

  private CelExpr choice(CelExpr node, CelExpr condition, CelExpr yes, CelExpr no) {
    references.put(node.id(), overload("conditional"));
    return CelExpr.ofCall(
        node.id(), Optional.empty(), "_?_:_", ImmutableList.of(condition, yes, no));
  }

  /**
   * An integer beside a number becomes one, so that what follows meets the type it was checked for.
   */
  private CelExpr widened(CelExpr choice, CelExpr side) {
    return widens(checked, choice, side)
        ? made("@widen", "widen_any", SimpleType.DOUBLE, lower(side))
        : lower(side);
  }

  static boolean widens(CelAbstractSyntaxTree checked, CelExpr choice, CelExpr side) {
    return kind(checked, choice) == CelKind.DOUBLE && kind(checked, side) == CelKind.INT;
  }

  private static CelKind kind(CelAbstractSyntaxTree checked, CelExpr node) {
    return checked
        .getType(node.id())
        .map(type -> Types.bare(type).kind())
        .orElse(CelKind.UNSPECIFIED);
  }

  private CelExpr made(String function, String overload, CelType gives, CelExpr argument) {
    var id = nodes.id();
    types.put(id, gives);
    references.put(id, overload(overload));
    return nodes.call(id, function, argument);
  }

  private static CelReference overload(String id) {
    return CelReference.newBuilder().setName("").addOverloadIds(id).build();
  }

  private CelExpr map(CelExpr node) {
    var entries =
        node.map().entries().stream()
            .map(
                entry ->
                    CelExpr.ofMapEntry(entry.id(), lower(entry.key()), lower(entry.value()), false))
            .collect(ImmutableList.toImmutableList());
    return CelExpr.ofMap(node.id(), entries);
  }

  private CelExpr comprehension(CelExpr node, CelComprehension loop) {
    return CelExpr.ofComprehension(
        node.id(),
        loop.iterVar(),
        loop.iterVar2(),
        lower(loop.iterRange()),
        loop.accuVar(),
        lower(loop.accuInit()),
        lower(loop.loopCondition()),
        lower(loop.loopStep()),
        lower(loop.result()));
  }
}
