package dev.tapflow.flow.expression;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.FieldType;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What an expression may name, under its dotted name, and the types. */
final class Names {

  private final Map<String, FieldType> types;

  private Names(Map<String, FieldType> types) {
    this.types = types;
  }

  static Names of(Bot bot, Map<String, FieldType> variables) {
    var types = new TreeMap<String, FieldType>();
    bot.contactFields().forEach((field, type) -> types.put("contact." + field, type.type()));
    variables.forEach((name, type) -> types.put("vars." + name, type));
    bot.values().forEach((name, value) -> types.put("bot." + name, typeOf(value)));
    bot.hours()
        .keySet()
        .forEach(
            hours -> {
              types.put("hours." + hours + ".open", FieldType.BOOLEAN);
              types.put("hours." + hours + ".next_open", FieldType.DATETIME);
            });
    List.of("text", "option", "title", "kind", "outcome")
        .forEach(name -> types.put("input." + name, FieldType.TEXT));
    List.of("name", "step", "path").forEach(name -> types.put("flow." + name, FieldType.TEXT));
    types.put("input.value", FieldType.ANY);
    types.put("agent.name", FieldType.TEXT);
    types.put("window.open", FieldType.BOOLEAN);
    types.put("window.closes_at", FieldType.DATETIME);
    types.put("now", FieldType.DATETIME);
    return new Names(types);
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

  /** The same names, one of them with a type that is known here. */
  Names with(String name, FieldType type) {
    var changed = new TreeMap<>(types);
    changed.put(name, type);
    return new Names(changed);
  }

  @Nullable FieldType type(String name) {
    return types.get(name);
  }

  /** How many of the segments, taken from the first, are a declared name; 0 where none are. */
  int declared(List<String> segments) {
    for (int length = segments.size(); length > 0; length--) {
      if (types.containsKey(String.join(".", segments.subList(0, length)))) {
        return length;
      }
    }
    return 0;
  }

  /** Why a name that is not declared is none, and what may have been meant. */
  String unknown(String written) {
    var root = written.contains(".") ? written.substring(0, written.indexOf('.')) : written;
    var hint = meant(written).map(name -> " Did you mean " + name + "?").orElse("");
    return switch (root) {
      case "response" -> "There is no answer of a service here; response.* follows an http step.";
      case "secret" -> "Secrets are allowed only in the headers and the body of an http step.";
      case "vars" -> "Nothing sets " + written + "." + hint;
      case "contact" -> "bot.yaml declares no contact field for " + written + "." + hint;
      default -> "There is nothing named " + written + "." + hint;
    };
  }

  /** What somebody meant who wrote this. */
  private Optional<String> meant(String written) {
    var near = Spelling.nearest(written, types.keySet());
    return near.isPresent() ? near : endingIn(written);
  }

  /** A field written without its scope, or in another scope. */
  private Optional<String> endingIn(String written) {
    var last = written.substring(written.lastIndexOf('.') + 1);
    return types.keySet().stream()
        .filter(name -> name.endsWith("." + last))
        .min(Comparator.naturalOrder());
  }

  /** Names of the opening hours. */
  boolean hasHours(String name) {
    return types.containsKey("hours." + name + ".open");
  }
}
