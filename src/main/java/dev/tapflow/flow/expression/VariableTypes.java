package dev.tapflow.flow.expression;

import dev.cel.common.types.CelKind;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Works out the types of {@code vars.*} from what sets them, over all flows: a conversation carries
 * its variables from flow to flow. Values that are expressions may use other variables, so types
 * are worked out in rounds, from those that are known.
 */
final class VariableTypes {

  private final Bot bot;
  private final Checker checker;
  private final Map<String, FieldType> known = new LinkedHashMap<>();
  private final Map<String, Set<String>> computed = new LinkedHashMap<>();
  private final Map<String, Map<String, @Nullable FieldType>> seen = new HashMap<>();
  private final Set<String> all = new LinkedHashSet<>();
  private final Set<String> items = new HashSet<>();

  private VariableTypes(Bot bot, Checker checker) {
    this.bot = bot;
    this.checker = checker;
  }

  static Map<String, FieldType> of(Bot bot, Collection<Flow> flows, Checker checker) {
    var types = new VariableTypes(bot, checker);
    var writes = new Writes(flows);
    for (var flow : flows) {
      flow.steps().values().forEach(step -> writes.of(step).forEach(types::collect));
      writes.itemsOf(flow).forEach(types.items::add);
    }
    return types.infer();
  }

  static FieldType typeOf(AnswerType type) {
    return switch (type) {
      case TEXT, EMAIL, PHONE -> FieldType.TEXT;
      case DATE -> FieldType.DATE;
      case TIME -> FieldType.TIME;
      case LOCATION, IMAGE, DOCUMENT, CONTACT -> FieldType.MAP;
      case NUMBER -> FieldType.NUMBER;
      case INTEGER -> FieldType.INTEGER;
    };
  }

  private void collect(Write write) {
    if (write.variable().scope() != Variable.Scope.VARS) {
      return;
    }
    switch (write.value()) {
      case Write.Value.Typed(var type) -> sets(write.variable(), type);
      case Write.Value.Written(var text) -> sets(write.variable(), text);
    }
  }

  private void sets(Variable variable, Text value) {
    var expression = value.asSingleExpression();
    if (expression.isEmpty()) {
      sets(variable, FieldType.TEXT);
    } else {
      all.add(variable.name());
      computed
          .computeIfAbsent(variable.name(), unused -> new LinkedHashSet<>())
          .add(expression.get().source());
    }
  }

  private void sets(Variable variable, FieldType type) {
    all.add(variable.name());
    known.merge(variable.name(), type, Types::common);
  }

  private Map<String, FieldType> infer() {
    // a type only ever widens, so this comes to an end
    while (advance() || giveUp()) {}
    return known;
  }

  /** True where a type became known, or wider. */
  private boolean advance() {
    var checked = checker.check(changed(), Names.of(bot, known).seeingAll(items));
    var progress = false;
    for (var variable : computed.entrySet()) {
      for (var source : variable.getValue()) {
        var result = checked.get(source);
        progress |= result != null && widens(variable.getKey(), result);
      }
    }
    return progress;
  }

  private boolean widens(String variable, Checked result) {
    if (result.program().isEmpty() || result.type().kind() == CelKind.NULL_TYPE) {
      return false;
    }
    var before = known.get(variable);
    return known.merge(variable, Types.field(result.type()), Types::common) != before;
  }

  /** The expressions all of whose variables have a type by now, and another than when last seen. */
  private List<String> changed() {
    var sources = new ArrayList<String>();
    computed.values().stream()
        .flatMap(Set::stream)
        .distinct()
        .forEach(
            source -> {
              var types = typesIn(source);
              if (!types.containsValue(null) && !types.equals(seen.put(source, types))) {
                sources.add(source);
              }
            });
    return sources;
  }

  private Map<String, @Nullable FieldType> typesIn(String source) {
    var types = new HashMap<String, @Nullable FieldType>();
    checker.syntax(source).variables().stream()
        .filter(all::contains)
        .forEach(name -> types.put(name, known.get(name)));
    return types;
  }

  /** What is set only by way of itself can be anything. True where there was such a thing. */
  private boolean giveUp() {
    var before = known.size();
    all.forEach(name -> known.putIfAbsent(name, FieldType.ANY));
    return known.size() > before;
  }
}
