package dev.tapflow.flow.vocabulary;

import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Writes what a file may hold as JSON Schema, draft 2020-12, for editors. It lets a little more
 * through than the reader (names that mean nothing, texts that are too long), and nothing less.
 */
public final class JsonSchema {

  private static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";

  private final Map<String, Map<String, Object>> definitions = new TreeMap<>();
  private final Map<Vocabulary, String> names = new IdentityHashMap<>();
  private final Set<String> taken = new HashSet<>();

  private JsonSchema() {}

  /**
   * The schema of a file, as the text of a file of its own.
   *
   * @param title of the kind of file
   * @param about a sentence about it for authors
   */
  public static String of(String title, String about, Kind root) {
    var writer = new JsonSchema();
    var schema = new LinkedHashMap<String, Object>();
    schema.put("$schema", DRAFT);
    schema.put("title", title);
    schema.put("description", about);
    schema.putAll(writer.kind(root));
    schema.put("$defs", writer.definitions);
    return JsonText.of(schema);
  }

  private Map<String, Object> kind(Kind kind) {
    return switch (kind) {
      case Scalar scalar -> defined(name(scalar), () -> ScalarSchema.of(scalar));
      case Kind.Choice(var words) -> Map.of("enum", words);
      case Kind.ListOf(var item) -> list(item);
      case Kind.OneOrMore(var item) -> Map.of("anyOf", List.of(kind(item), list(item)));
      case Kind.Named(var names, var value) -> named(names, value);
      case Kind.Keys(var vocabulary) -> defined(nameOf(vocabulary), () -> map(vocabulary));
      case Kind.Either(var kinds) -> Map.of("anyOf", all(kinds));
      case Kind.ByVerb(var verbs) -> Map.of("oneOf", all(verbs.stream().map(Kind::keys).toList()));
      case Kind.Tree(var leaf) -> tree(leaf);
    };
  }

  private List<Map<String, Object>> all(List<? extends Kind> kinds) {
    return kinds.stream().map(this::kind).toList();
  }

  private Map<String, Object> list(Kind item) {
    return ordered("type", "array", "items", kind(item));
  }

  private Map<String, Object> named(Naming names, Kind value) {
    var schema = ordered("type", "object");
    if (names != Naming.ANY) {
      schema.put("propertyNames", Map.of("pattern", whole(names)));
    }
    schema.put("additionalProperties", kind(value));
    return schema;
  }

  private Map<String, Object> tree(Scalar leaf) {
    var name = name(leaf) + "_tree";
    var itself = reference(name);
    return defined(
        name,
        () ->
            Map.of(
                "anyOf",
                List.of(
                    kind(leaf),
                    ordered("type", "array", "items", itself),
                    ordered("type", "object", "additionalProperties", itself))));
  }

  private Map<String, Object> map(Vocabulary vocabulary) {
    var schema = ordered("title", vocabulary.what().replace("\"", ""), "type", "object");
    var properties = new LinkedHashMap<String, Object>();
    vocabulary.keys().values().forEach(key -> properties.put(key.name(), property(key)));
    schema.put("properties", properties);
    vocabulary
        .others()
        .ifPresent(
            it ->
                schema.put(
                    "patternProperties",
                    Map.of(whole(it.names()), described(kind(it.value()), it.about()))));
    if (!vocabulary.required().isEmpty()) {
      schema.put("required", vocabulary.required());
    }
    var groups =
        Stream.concat(
                vocabulary.exactlyOne().stream().map(it -> Map.of("oneOf", each(it))),
                vocabulary.atLeastOne().stream().map(it -> Map.of("anyOf", each(it))))
            .toList();
    if (!groups.isEmpty()) {
      schema.put("allOf", groups);
    }
    schema.put("additionalProperties", false);
    return schema;
  }

  private static List<Map<String, Object>> each(List<String> keys) {
    return keys.stream().map(it -> Map.<String, Object>of("required", List.of(it))).toList();
  }

  private Map<String, Object> property(Key key) {
    return described(kind(key.kind()), key.about());
  }

  private static Map<String, Object> described(Map<String, Object> schema, String about) {
    var described = ordered("description", about);
    described.putAll(schema);
    return described;
  }

  /** Written once, and referred to; what refers to itself is known by its name before. */
  private Map<String, Object> defined(String name, Supplier<Map<String, Object>> definition) {
    if (!definitions.containsKey(name)) {
      definitions.put(name, Map.of());
      definitions.put(name, definition.get());
    }
    return reference(name);
  }

  private static Map<String, Object> reference(String name) {
    return Map.of("$ref", "#/$defs/" + name);
  }

  private String nameOf(Vocabulary vocabulary) {
    return names.computeIfAbsent(vocabulary, it -> unused(slug(it.what())));
  }

  private String unused(String slug) {
    var name = slug;
    for (int i = 2; !taken.add(name); i++) {
      name = slug + "_" + i;
    }
    return name;
  }

  /** {@code A "menu" step} is {@code menu_step}. */
  private static String slug(String what) {
    return what.toLowerCase(Locale.ROOT)
        .replaceFirst("^an? ", "")
        .replaceAll("[^a-z0-9]+", "_")
        .replaceAll("^_|_$", "");
  }

  private static String name(Scalar scalar) {
    return "a_" + scalar.name().toLowerCase(Locale.ROOT);
  }

  private static String whole(Naming names) {
    return "^" + "(" + names.regex() + ")$";
  }

  private static Map<String, Object> ordered(Object... keysAndValues) {
    var map = new LinkedHashMap<String, Object>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }
}
