package dev.tapflow.flow.expression;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Hours;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Scope;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.answer.WrittenAnswers;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A bot with a field of every type, and shortcuts to compile and run one expression. */
final class Bots {

  static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  /** A Monday, 11:00 in Paris. */
  static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  static final Map<String, FieldType> FIELDS =
      Map.ofEntries(
          Map.entry("first_name", FieldType.TEXT),
          Map.entry("visits", FieldType.NUMBER),
          Map.entry("orders", FieldType.INTEGER),
          Map.entry("vip", FieldType.BOOLEAN),
          Map.entry("born", FieldType.DATE),
          Map.entry("wakes", FieldType.TIME),
          Map.entry("since", FieldType.DATETIME),
          Map.entry("tags", FieldType.LIST),
          Map.entry("address", FieldType.MAP),
          Map.entry("extra", FieldType.ANY));

  static final Bot BOT = bot(FIELDS);

  private Bots() {}

  static Bot bot(Map<String, FieldType> fields) {
    return new Bot(
        List.of("en", "fr"),
        declared(fields),
        Map.of("name", "Acme", "max_items", 5L, "rate", 1.5, "open", true),
        List.of("shop_token"),
        Map.of(),
        new LinkedHashMap<>(),
        Map.of("office", new Hours(PARIS, Map.of(), Set.of())),
        Map.of(),
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Text.literal("Options"),
        Text.literal("More…"),
        Bot.Limits.BUILT_IN,
        PARIS);
  }

  private static Map<String, ContactField> declared(Map<String, FieldType> fields) {
    var declared = new LinkedHashMap<String, ContactField>();
    fields.forEach((name, type) -> declared.put(name, ContactField.of(type)));
    return declared;
  }

  static Flow flow(Map<String, Step> steps) {
    return new Flow(
        "support",
        new StepRef("support", "start"),
        List.of(),
        false,
        Map.of(),
        Map.of(),
        new LinkedHashMap<>(steps));
  }

  static ExpressionCompiler compiler() {
    return new ExpressionCompiler(new WrittenAnswers());
  }

  static Compiled compile(String source, Role role, Flow... flows) {
    var occurrence = new Occurrence(new Expression(source), role, "support", "start");
    return compiler().compile(BOT, List.of(flows), List.of(occurrence));
  }

  static List<String> messages(String source, Role role, Flow... flows) {
    return compile(source, role, flows).problems().stream().map(Problem::message).toList();
  }

  /** What became of it, with these values set; a failure as its words in brackets. */
  static @Nullable Object run(String source, Map<String, Object> values, Flow... flows) {
    var compiled = compile(source, Role.INSERTION, flows);
    if (!compiled.problems().isEmpty()) {
      return compiled.problems().toString();
    }
    return switch (compiled.evaluator().evaluate(new Expression(source), scope(values))) {
      case dev.tapflow.flow.Evaluator.Outcome.Value(var value) -> value;
      case dev.tapflow.flow.Evaluator.Outcome.Failed(var why) -> "[" + why + "]";
      case dev.tapflow.flow.Evaluator.Outcome.Bounded(var bound) -> "[" + bound + "]";
    };
  }

  static Scope scope(Map<String, Object> values) {
    return scope(values, Locale.ENGLISH);
  }

  static Scope scope(Map<String, Object> values, Locale locale) {
    var all = new HashMap<String, Object>(values);
    all.putIfAbsent("now", NOW);
    return new Scope() {
      @Override
      public @Nullable Object value(String name) {
        return all.get(name);
      }

      @Override
      public Locale locale() {
        return locale;
      }

      @Override
      public ZoneId zone() {
        return PARIS;
      }

      @Override
      public Instant now() {
        return NOW;
      }
    };
  }
}
