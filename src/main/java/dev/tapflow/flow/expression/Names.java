package dev.tapflow.flow.expression;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.FieldType;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an expression may name, under its dotted name, and the types. */
final class Names {

  /** How the names begin that an element of a list must not hide. */
  static final Set<String> SCOPES =
      Set.of(
          "contact",
          "vars",
          "input",
          "response",
          "bot",
          "flow",
          "agent",
          "hours",
          "window",
          "now",
          "secret");

  private final Map<String, FieldType> types;

  /** Only seen at some places. */
  private final Map<String, FieldType> more;

  private final List<String> secrets;

  private Names(Map<String, FieldType> types, Map<String, FieldType> more, List<String> secrets) {
    this.types = types;
    this.more = more;
    this.secrets = secrets;
  }

  static Names of(Bot bot, Map<String, FieldType> variables) {
    var types = new TreeMap<String, FieldType>();
    bot.contactFields().forEach((field, type) -> types.put("contact." + field, type.type()));
    variables.forEach((name, type) -> types.put("vars." + name, type));
    bot.values().forEach((name, value) -> types.put("bot." + name, typeOf(value)));
    bot.hours().keySet().forEach(hours -> addHours(types, "hours." + hours));
    List.of("text", "option", "title", "kind", "outcome")
        .forEach(name -> types.put("input." + name, FieldType.TEXT));
    List.of("name", "step", "path").forEach(name -> types.put("flow." + name, FieldType.TEXT));
    types.put("contact.language", FieldType.TEXT);
    types.put("contact.tags", FieldType.LIST);
    types.put("input.value", FieldType.ANY);
    types.put("response.status", FieldType.INTEGER);
    types.put("agent.name", FieldType.TEXT);
    types.put("window.open", FieldType.BOOLEAN);
    types.put("window.closes_at", FieldType.DATETIME);
    types.put("now", FieldType.DATETIME);
    return new Names(types, Map.of(), bot.secrets());
  }

  private static void addHours(Map<String, FieldType> types, String name) {
    types.put(name + ".open", FieldType.BOOLEAN);
    types.put(name + ".next_open", FieldType.DATETIME);
  }

  private static FieldType typeOf(Object value) {
    return switch (value) {
      case String _ -> FieldType.TEXT;
      case Boolean _ -> FieldType.BOOLEAN;
      case Long _ -> FieldType.INTEGER;
      case Double _ -> FieldType.NUMBER;
      default -> FieldType.ANY;
    };
  }

  /** These names, and what is seen at a place. */
  Names seenIn(View view) {
    var seen = new HashMap<String, FieldType>();
    if (view.secrets()) {
      secrets.forEach(secret -> seen.put("secret." + secret, FieldType.TEXT));
    }
    if (view.answer()) {
      seen.put("response", FieldType.ANY);
    }
    view.item().ifPresent(item -> seen.put(item, FieldType.ANY));
    view.asked().ifPresent(asked -> seen.put("input.value", VariableTypes.typeOf(asked)));
    return new Names(types, Map.copyOf(seen), secrets);
  }

  /** These names, elements of lists under these names, and the bodies of answers. */
  Names seeingAll(Collection<String> items) {
    var seen = new HashMap<String, FieldType>();
    seen.put("response", FieldType.ANY);
    items.stream()
        .filter(item -> !SCOPES.contains(item))
        .forEach(item -> seen.put(item, FieldType.ANY));
    return new Names(types, Map.copyOf(seen), secrets);
  }

  @Nullable FieldType type(String name) {
    var special = more.get(name);
    return special == null ? types.get(name) : special;
  }

  /** How many of the segments, taken from the first, are a declared name; 0 where none are. */
  int declared(List<String> segments) {
    for (int length = segments.size(); length > 0; length--) {
      if (type(String.join(".", segments.subList(0, length))) != null) {
        return length;
      }
    }
    return 0;
  }

  /** Why a name that is not declared is none, and what may have been meant. */
  Flaw unknown(String written, int offset) {
    var root = written.contains(".") ? written.substring(0, written.indexOf('.')) : written;
    return new Flaw(
        offset,
        root.equals("secret") ? Flaw.SECRET : Flaw.VARIABLE,
        switch (root) {
          case "response" ->
              "The answer of a service is seen in the save of its http step, and response.status"
                  + " in the steps after it; keep what they need there: save: { vars.x:"
                  + " \"${response.x}\" }.";
          case "secret" -> unknownSecret(written);
          case "vars" -> "Nothing sets " + written + "." + hint(written);
          case "contact" ->
              "bot.yaml declares no contact field for " + written + "." + hint(written);
          default -> "There is nothing named " + written + "." + hint(written);
        });
  }

  private String unknownSecret(String written) {
    var name = written.substring(written.indexOf('.') + 1);
    return secrets.contains(name)
        ? "Secrets are allowed only in the headers and the body of an http step."
        : "bot.yaml names no secret " + name + "; add it to its secrets.";
  }

  private String hint(String written) {
    return meant(written).map(name -> " Did you mean " + name + "?").orElse("");
  }

  /** What somebody meant who wrote this. */
  private Optional<String> meant(String written) {
    var known = new TreeSet<>(types.keySet());
    known.addAll(more.keySet());
    var near = Spelling.nearest(written, known);
    return near.isPresent() ? near : endingIn(written, known);
  }

  /** A field written without its scope, or in another scope. */
  private static Optional<String> endingIn(String written, Set<String> known) {
    var last = written.substring(written.lastIndexOf('.') + 1);
    return known.stream().filter(name -> name.endsWith("." + last)).min(Comparator.naturalOrder());
  }

  /** Names of the opening hours. */
  boolean hasHours(String name) {
    return types.containsKey("hours." + name + ".open");
  }
}
