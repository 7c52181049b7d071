package dev.tapflow.flow.expression;

import com.google.common.base.Suppliers;
import com.google.common.collect.Lists;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelRuntime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
  private final Map<String, Syntax> parsed = new HashMap<>();

  Checker(Language language, Bounds bounds, Patterns patterns) {
    this.language = language;
    this.reader = new Syntax.Reader(bounds, language.options());
    this.literals = new Literals(patterns);
    this.runtime = Suppliers.memoize(language::runtime);
  }

  Syntax syntax(String source) {
    return parsed.computeIfAbsent(source, reader::read);
  }

  /** What is found of each source; equal sources are checked once. */
  Map<String, Checked> check(Collection<String> sources, Names names) {
    var found = new HashMap<String, Checked>();
    var trees = new ArrayList<Batch.Item>();
    for (var source : new LinkedHashSet<>(sources)) {
      switch (syntax(source)) {
        case Syntax.Broken(var flaw) -> found.put(source, Checked.bad(List.of(flaw)));
        case Syntax.Name(var segments) -> found.put(source, name(segments, names));
        case Syntax.Tree(var ast) -> trees.add(new Batch.Item(source, ast));
      }
    }
    for (var batch : Lists.partition(trees, BATCH)) {
      found.putAll(new Batch(language, literals, names, programs(), batch).check());
    }
    return found;
  }

  private Programs programs() {
    return new Programs(language.functions(), runtime);
  }

  private static Checked name(List<String> segments, Names names) {
    var declared = names.declared(segments);
    var whole = String.join(".", segments);
    if (declared == 0) {
      return Checked.bad(List.of(new Flaw(0, Flaw.VARIABLE, names.unknown(whole))));
    }
    var name = String.join(".", segments.subList(0, declared));
    var type = names.type(name);
    if (type == null) {
      throw new IllegalStateException("A declared name has no type: " + name);
    }
    var program = new Program.Name(name, type);
    if (declared == segments.size()) {
      return Checked.good(Types.declared(type), program);
    }
    return switch (type) {
      case ANY, MAP ->
          Checked.good(
              SimpleType.DYN,
              new Program.Path(program, List.copyOf(segments.subList(declared, segments.size()))));
      case TEXT, NUMBER, INTEGER, BOOLEAN, DATE, TIME, DATETIME, LIST ->
          Checked.bad(
              List.of(
                  new Flaw(
                      name.length() + 1,
                      Flaw.TYPE,
                      "A " + Types.word(Types.declared(type)) + " has no fields.")));
    };
  }
}
