package dev.tapflow.flow.expression;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.types.CelType;
import dev.cel.runtime.CelFunctionBinding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The functions that we add to CEL: how the checker sees them, and what they do. Filled once, by
 * {@link NumberFunctions}, {@link TextFunctions}, {@link DayFunctions} and {@link ValueFunctions}.
 */
final class Functions {

  /** By name, the numbers of arguments with which a function gets the conversation as one more. */
  private static final Map<String, Set<Integer>> NEED_SCOPE =
      Map.of(
          "today", Set.of(0),
          "date", Set.of(1),
          "plus", Set.of(2),
          "days_between", Set.of(2),
          "year", Set.of(1),
          "month", Set.of(1),
          "day", Set.of(1),
          "format_date", Set.of(2),
          "is_open", Set.of(1),
          "is_number", Set.of(1));

  /** What a function does with its arguments. It keeps nothing between two calls. */
  interface Body {
    Object apply(Object[] arguments);
  }

  private final Map<String, List<CelOverloadDecl>> overloads = new LinkedHashMap<>();
  private final Map<String, String> runs = new HashMap<>();
  private final List<CelFunctionBinding> bindings = new ArrayList<>();

  static boolean needsScope(String function, int arguments) {
    return NEED_SCOPE.getOrDefault(function, Set.of()).contains(arguments);
  }

  /** A function, or one more overload of it or of an operator. Its id is unique among all. */
  Functions add(
      String name,
      String id,
      CelType gives,
      List<CelType> takes,
      List<Class<?>> classes,
      Body does) {
    return declare(name, id, gives, takes.toArray(CelType[]::new)).bind(id, classes, does);
  }

  /** An overload that the checker knows apart and the runtime does not: it runs as another. */
  Functions runsAs(String running, String name, String id, CelType gives, CelType... takes) {
    runs.put(id, running);
    return declare(name, id, gives, takes);
  }

  /** What runs several overloads; see {@link #runsAs}. */
  @SuppressWarnings("Immutable") // the check knows only types that say so: bodies have no state
  Functions bind(String id, List<Class<?>> classes, Body does) {
    bindings.add(CelFunctionBinding.from(id, classes, does::apply));
    return this;
  }

  /** The overload that runs for one that the checker chose. */
  String running(String id) {
    return runs.getOrDefault(id, id);
  }

  /** One that only the checker sees: it is lowered to others before it runs. */
  Functions declare(String name, String id, CelType gives, CelType... takes) {
    overloads
        .computeIfAbsent(name, unused -> new ArrayList<>())
        .add(CelOverloadDecl.newGlobalOverload(id, gives, Arrays.asList(takes)));
    return this;
  }

  List<CelFunctionDecl> declarations() {
    return overloads.entrySet().stream()
        .map(entry -> CelFunctionDecl.newFunctionDeclaration(entry.getKey(), entry.getValue()))
        .toList();
  }

  Set<String> names() {
    return overloads.keySet();
  }

  List<CelFunctionBinding> bindings() {
    return bindings;
  }
}
