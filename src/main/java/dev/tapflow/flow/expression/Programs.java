package dev.tapflow.flow.expression;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.runtime.CelRuntime;
import java.util.function.Supplier;

/** Makes programs of checked expressions, the simple ones without CEL: they are the most. */
final class Programs {

  private final Functions functions;
  private final Supplier<CelRuntime> runtime;
  private final Failures failures;

  Programs(Functions functions, Supplier<CelRuntime> runtime, Failures failures) {
    this.functions = functions;
    this.runtime = runtime;
    this.failures = failures;
  }

  Program of(CelAbstractSyntaxTree checked, CelExpr node, Names names, Nodes nodes) {
    if (node.getKind() == ExprKind.Kind.IDENT) {
      var type = names.type(node.ident().name());
      if (type != null) {
        return new Program.Name(node.ident().name(), type);
      }
    }
    if (isText(node)) {
      return new Program.Constant(node.constant().stringValue());
    }
    if (isDefault(node)) {
      return new Program.OrElse(
          side(checked, node, 0, names, nodes), side(checked, node, 1, names, nodes));
    }
    return new Program.Tree(
        new Lowering(checked, functions, nodes).tree(node), runtime, names::type, failures);
  }

  private Program side(
      CelAbstractSyntaxTree checked, CelExpr node, int index, Names names, Nodes nodes) {
    var side = node.call().args().get(index);
    var program = of(checked, side, names, nodes);
    return Lowering.widens(checked, node, side) ? new Program.Widened(program) : program;
  }

  private static boolean isText(CelExpr node) {
    return node.getKind() == ExprKind.Kind.CONSTANT
        && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
  }

  private static boolean isDefault(CelExpr node) {
    return node.getKind() == ExprKind.Kind.CALL
        && (node.call().function().equals("default")
            || node.call().function().equals("@default_any"));
  }
}
