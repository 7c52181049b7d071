package dev.tapflow.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.CelComprehension;
import dev.cel.common.ast.CelExpr.ExprKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rewrites one parsed expression for the check: dotted names become the identifiers that are
 * declared, other selections become calls that give null where there is no such key, operators
 * whose meaning differs from CEL's become functions of ours, and functions that need the
 * conversation get it as a hidden argument. Nodes get new ids, unique in the batch.
 */
final class Resolution {

  /** Stands for a name that does not exist, so that the rest is still checked. */
  static final String UNKNOWN = "@unknown";

  static final String SCOPE = "@scope";

  private static final Set<String> NAMESPACES = Set.of("math", "lists");

  private static final Set<String> TYPE_NAMES =
      Set.of("string", "int", "double", "bool", "list", "map", "null_type");

  private final Names names;
  private final Nodes nodes;
  private final Literals literals;
  private final Set<Long> freelyTyped;
  private final Map<Long, Integer> positions;
  private final String source;
  private final Set<String> used = new LinkedHashSet<>();
  private final List<Flaw> flaws = new ArrayList<>();

  /**
   * @param freelyTyped ids, as parsed, of the calls of {@code default} whose sides have no common
   *     type
   */
  Resolution(
      String source,
      CelAbstractSyntaxTree parsed,
      Names names,
      Nodes nodes,
      Literals literals,
      Set<Long> freelyTyped) {
    this.source = source;
    this.names = names;
    this.nodes = nodes;
    this.literals = literals;
    this.freelyTyped = freelyTyped;
    this.positions = parsed.getSource().getPositionsMap();
  }

  /** The declared names that the expression uses. */
  Set<String> used() {
    return used;
  }

  List<Flaw> flaws() {
    return flaws;
  }

  CelExpr rewrite(CelExpr node) {
    return rewrite(node, Set.of());
  }

  private CelExpr rewrite(CelExpr node, Set<String> bound) {
    return switch (node.getKind()) {
      case CONSTANT -> CelExpr.ofConstant(copied(node), node.constant());
      case IDENT, SELECT -> select(node, bound);
      case CALL -> call(node, node.call(), bound);
      case LIST ->
          CelExpr.ofList(
              copied(node), all(node.list().elements(), bound), node.list().optionalIndices());
      case MAP -> map(node, bound);
      case COMPREHENSION -> comprehension(node, node.comprehension(), bound);
      case STRUCT -> struct(node);
      case NOT_SET -> throw new IllegalStateException("A parsed expression has an empty node");
    };
  }

  private ImmutableList<CelExpr> all(List<CelExpr> children, Set<String> bound) {
    return children.stream()
        .map(child -> rewrite(child, bound))
        .collect(ImmutableList.toImmutableList());
  }

  private CelExpr select(CelExpr node, Set<String> bound) {
    var chain = Chain.of(node);
    if (chain.isEmpty() || bound.contains(chain.get().root())) {
      return plainSelect(node, bound);
    }
    var path = chain.get();
    var declared = names.declared(path.segments());
    if (declared == 0) {
      return undeclared(node, path);
    }
    var name = String.join(".", path.segments().subList(0, declared));
    used.add(name);
    var result = CelExpr.ofIdent(copied(path.nodes().get(declared - 1)), name);
    for (int i = declared; i < path.segments().size(); i++) {
      result = field(path.nodes().get(i), result, path.segments().get(i));
    }
    return path.testOnly() ? isSet(node, result) : result;
  }

  private CelExpr undeclared(CelExpr node, Chain path) {
    var name = String.join(".", path.segments());
    if (path.segments().size() == 1 && TYPE_NAMES.contains(name)) {
      return CelExpr.ofIdent(copied(node), name);
    }
    flaws.add(names.unknown(name, at(path.nodes().getFirst())));
    return CelExpr.ofIdent(copied(node), UNKNOWN);
  }

  /** A selection on a value: of a comprehension's variable, of what a function gives. */
  private CelExpr plainSelect(CelExpr node, Set<String> bound) {
    if (node.getKind() == ExprKind.Kind.IDENT) {
      return CelExpr.ofIdent(copied(node), node.ident().name());
    }
    var selected = field(node, rewrite(node.select().operand(), bound), node.select().field());
    return node.select().testOnly() ? isSet(node, selected) : selected;
  }

  private CelExpr field(CelExpr node, CelExpr of, String name) {
    return nodes.call(copied(node), "@field", of, nodes.text(copied(node), name));
  }

  private CelExpr isSet(CelExpr node, CelExpr value) {
    return nodes.call(copied(node), "@is_set", value);
  }

  private CelExpr call(CelExpr node, CelCall call, Set<String> bound) {
    var target = target(call, bound);
    var written = all(Renaming.of(call).arguments(), bound);
    literals.check(call, names, this::at).ifPresent(flaws::add);
    var needsScope = Functions.needsScope(call.function(), call.args().size());
    var arguments =
        needsScope
            ? ImmutableList.<CelExpr>builder()
                .addAll(written)
                .add(CelExpr.ofIdent(copied(node), SCOPE))
                .build()
            : written;
    return CelExpr.ofCall(copied(node), target, function(node, call), arguments);
  }

  private Optional<CelExpr> target(CelCall call, Set<String> bound) {
    return Renaming.of(call)
        .target()
        .map(value -> isNamespace(value, bound) ? namespace(value) : rewrite(value, bound));
  }

  private String function(CelExpr node, CelCall call) {
    return call.function().equals("default") && freelyTyped.contains(node.id())
        ? "@default_any"
        : Renaming.of(call).function();
  }

  private static boolean isNamespace(CelExpr target, Set<String> bound) {
    return target.getKind() == ExprKind.Kind.IDENT
        && NAMESPACES.contains(target.ident().name())
        && !bound.contains(target.ident().name());
  }

  private CelExpr namespace(CelExpr target) {
    return CelExpr.ofIdent(copied(target), target.ident().name());
  }

  private CelExpr map(CelExpr node, Set<String> bound) {
    var entries =
        node.map().entries().stream()
            .map(
                entry ->
                    CelExpr.ofMapEntry(
                        nodes.id(at(node), node.id()),
                        rewrite(entry.key(), bound),
                        rewrite(entry.value(), bound),
                        false))
            .collect(ImmutableList.toImmutableList());
    return CelExpr.ofMap(copied(node), entries);
  }

  private CelExpr comprehension(CelExpr node, CelComprehension loop, Set<String> bound) {
    var inside = new HashSet<>(bound);
    Stream.of(loop.iterVar(), loop.iterVar2(), loop.accuVar()).forEach(inside::add);
    var after = new HashSet<>(bound);
    after.add(loop.accuVar());
    return CelExpr.ofComprehension(
        copied(node),
        loop.iterVar(),
        loop.iterVar2(),
        rewrite(loop.iterRange(), bound),
        loop.accuVar(),
        rewrite(loop.accuInit(), bound),
        rewrite(loop.loopCondition(), inside),
        rewrite(loop.loopStep(), inside),
        rewrite(loop.result(), after));
  }

  private CelExpr struct(CelExpr node) {
    flaws.add(
        new Flaw(
            at(node),
            Flaw.TYPE,
            "There is no type " + node.struct().messageName() + "; a map is {'key': value}."));
    return CelExpr.ofIdent(copied(node), UNKNOWN);
  }

  private long copied(CelExpr node) {
    return nodes.id(at(node), node.id());
  }

  /** Where an author looks for this node: at the name of a field or function, not at its dot. */
  private int at(CelExpr node) {
    var position = positions.getOrDefault(node.id(), 0);
    return switch (node.getKind()) {
      case SELECT -> Source.afterDot(source, position);
      case CALL -> Source.functionName(source, position, node.call().function());
      default -> position;
    };
  }
}
