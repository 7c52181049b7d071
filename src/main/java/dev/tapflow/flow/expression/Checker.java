package dev.tapflow.flow.expression;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import dev.cel.runtime.CelRuntime;
import dev.tapflow.flow.FieldType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks names and types of expressions. The checker of CEL builds its whole environment for each
 * tree it checks, so trees are checked many at a time, as the elements of one list.
 */
final class Checker {

  private static final int BATCH = 60;

  private final Language language;
  private final Syntax.Reader reader;
  private final Literals literals;
  private final Supplier<CelRuntime> runtime;
  private final Failures failures;
  private final Bounds bounds;
  private final Map<String, Syntax> parsed = new HashMap<>();
  private final Map<String, List<Known>> known = new HashMap<>();

  Checker(Language language, Bounds bounds, Patterns patterns) {
    this.language = language;
    this.bounds = bounds;
    this.reader = new Syntax.Reader(bounds, language.options());
    this.literals = new Literals(patterns);
    this.runtime = Suppliers.memoize(language::runtime);
    this.failures = new Failures(bounds);
  }

  /** What was found where the names that an expression uses had these types. */
  private record Known(Map<String, FieldType> types, Checked found) {

    boolean holdsFor(Names names) {
      return types.entrySet().stream()
          .allMatch(entry -> entry.getValue() == names.type(entry.getKey()));
    }
  }

  Syntax syntax(String source) {
    return parsed.computeIfAbsent(source, reader::read);
  }

  /** What is found of each source; equal sources with equal types are checked once. */
  Map<String, Checked> check(Collection<String> sources, Names names) {
    var found = new HashMap<String, Checked>();
    var trees = new ArrayList<Batch.Item>();
    var simple = new SimpleCheck(names, bounds);
    for (var source : new LinkedHashSet<>(sources)) {
      var syntax = syntax(source);
      quickly(source, syntax, simple, names)
          .ifPresentOrElse(
              checked -> found.put(source, checked), () -> parse(source, syntax, trees, found));
    }
    for (var batch : Lists.partition(trees, BATCH)) {
      var checked = new Batch(language, literals, names, programs(), batch).check();
      found.putAll(checked);
      checked.forEach((source, result) -> remember(source, result, names));
    }
    return found;
  }

  private Optional<Checked> quickly(String source, Syntax syntax, SimpleCheck simple, Names names) {
    return syntax instanceof Syntax.Plain(var plain)
        ? simple.check(plain)
        : known.getOrDefault(source, List.of()).stream()
            .filter(before -> before.holdsFor(names))
            .map(Known::found)
            .findFirst();
  }

  private void parse(
      String source, Syntax syntax, List<Batch.Item> trees, Map<String, Checked> found) {
    switch (syntax instanceof Syntax.Plain ? reader.parse(source) : syntax) {
      case Syntax.Broken(var flaw) -> found.put(source, Checked.bad(List.of(flaw)));
      case Syntax.Tree(var ast) -> trees.add(new Batch.Item(source, ast));
      case Syntax.Plain _ -> throw new IllegalStateException("CEL parses nothing as simple");
    }
  }

  /** Only what is good: what is wrong may be right where more names are seen. */
  private void remember(String source, Checked result, Names names) {
    if (result.program().isEmpty()) {
      return;
    }
    var types = new HashMap<String, FieldType>();
    for (var name : result.used()) {
      var type = names.type(name);
      if (type != null) {
        types.put(name, type);
      }
    }
    known.computeIfAbsent(source, _ -> new ArrayList<>()).add(new Known(types, result));
  }

  private Programs programs() {
    return new Programs(language.functions(), runtime, failures);
  }
}
