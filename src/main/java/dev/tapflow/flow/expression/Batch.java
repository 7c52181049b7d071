package dev.tapflow.flow.expression;

import com.google.common.collect.ImmutableList;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Some expressions that are checked in one go. The checker of CEL gives types only where nothing is
 * wrong, so those with flaws are taken out and the others are checked again.
 */
final class Batch {

  private static final String NO_COMMON_TYPE = "found no matching overload for 'default'";

  private final Language language;
  private final Literals literals;
  private final Names names;
  private final Programs programs;
  private final Complaints complaints;
  private final List<Item> items;
  private final Map<String, Checked> found = new HashMap<>();

  /**
   * By source, the calls of {@code default}, by their parsed ids, whose sides have no common type:
   * what such a call gives is known only at run time.
   */
  private final Map<String, Set<Long>> freelyTyped = new HashMap<>();

  record Item(String source, CelAbstractSyntaxTree ast) {}

  Batch(Language language, Literals literals, Names names, Programs programs, List<Item> items) {
    this.language = language;
    this.literals = literals;
    this.names = names;
    this.programs = programs;
    this.complaints = new Complaints(language.functions());
    this.items = items;
  }

  Map<String, Checked> check() {
    var open = items;
    while (!open.isEmpty()) {
      open = round(new Round(open));
    }
    return found;
  }

  /** Gives those that must be checked once more: always fewer, or with more freely typed calls. */
  private List<Item> round(Round round) {
    CelValidationResult result;
    try {
      result = language.check(round.tree(), round.types());
    } catch (RuntimeException e) {
      return brokenDown(round.items);
    }
    if (!result.hasError()) {
      finish(round, checkedTree(result));
      return List.of();
    }
    var wrong = new HashSet<Integer>();
    result.getErrors().forEach(issue -> complain(round, issue, wrong));
    wrong.forEach(
        index -> found.put(round.items.get(index).source(), Checked.bad(round.flaws.get(index))));
    return round.items.stream().filter(item -> !found.containsKey(item.source())).toList();
  }

  /** One tree on which the checker breaks down must not take the others with it. */
  private List<Item> brokenDown(List<Item> open) {
    if (open.size() > 1) {
      for (var item : open) {
        var alone = new Batch(language, literals, names, programs, List.of(item));
        found.putAll(alone.check());
      }
      return List.of();
    }
    var flaw = new Flaw(0, Flaw.TYPE, "The types of this expression cannot be worked out.");
    found.put(open.getFirst().source(), Checked.bad(List.of(flaw)));
    return List.of();
  }

  private void complain(Round round, CelIssue issue, Set<Integer> wrong) {
    var origin =
        round
            .nodes
            .origin(issue.getExprId())
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "The checker is set up wrong: " + issue.getMessage()));
    var source = round.items.get(origin.expression()).source();
    if (issue.getMessage().startsWith(NO_COMMON_TYPE)
        && freelyTyped.computeIfAbsent(source, unused -> new HashSet<>()).add(origin.parsed())) {
      return;
    }
    round.flaws.get(origin.expression()).add(complaints.flaw(origin.offset(), issue.getMessage()));
    wrong.add(origin.expression());
  }

  private static CelAbstractSyntaxTree checkedTree(CelValidationResult result) {
    try {
      return result.getAst();
    } catch (CelValidationException e) {
      throw new IllegalStateException("A tree without errors could not be taken", e);
    }
  }

  private void finish(Round round, CelAbstractSyntaxTree checked) {
    var roots = checked.getExpr().list().elements();
    for (int i = 0; i < roots.size(); i++) {
      var root = roots.get(i);
      var flaws = round.flaws.get(i);
      flaws.addAll(Comparisons.flaws(checked, root, round.nodes));
      found.put(
          round.items.get(i).source(),
          flaws.isEmpty()
              ? Checked.good(
                  checked.getType(root.id()).orElse(SimpleType.DYN),
                  programs.of(checked, root, names, round.nodes),
                  round.used.get(i))
              : Checked.bad(flaws));
    }
  }

  /** The expressions as one tree, and what was found on the way there. */
  private final class Round {

    private final List<Item> items;
    private final Nodes nodes = new Nodes();
    private final List<List<Flaw>> flaws = new ArrayList<>();
    private final List<Set<String>> used = new ArrayList<>();

    Round(List<Item> items) {
      this.items = items;
    }

    CelAbstractSyntaxTree tree() {
      var roots = ImmutableList.<CelExpr>builder();
      items.forEach(item -> roots.add(resolved(item)));
      return CelAbstractSyntaxTree.newParsedAst(
          CelExpr.ofList(nodes.id(), roots.build(), ImmutableList.of()),
          CelSource.newBuilder("").build());
    }

    private CelExpr resolved(Item item) {
      nodes.begin(flaws.size());
      var free = freelyTyped.getOrDefault(item.source(), Set.of());
      var resolution = new Resolution(item.source(), item.ast(), names, nodes, literals, free);
      var root = resolution.rewrite(item.ast().getExpr());
      flaws.add(new ArrayList<>(resolution.flaws()));
      used.add(resolution.used());
      return root;
    }

    Map<String, CelType> types() {
      var types = new HashMap<String, CelType>();
      for (var of : used) {
        of.forEach(name -> types.put(name, typeOf(name)));
      }
      return types;
    }

    private CelType typeOf(String name) {
      var type = names.type(name);
      return type == null ? SimpleType.DYN : Types.declared(type);
    }
  }
}
