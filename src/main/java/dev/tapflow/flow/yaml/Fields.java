package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A map whose keys are known beforehand, while it is read. */
final class Fields {

  private final Yaml node;
  private final Page page;
  private final Vocabulary vocabulary;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Fields(Yaml node, Vocabulary vocabulary, Page page) {
    this.node = node;
    this.vocabulary = vocabulary;
    this.page = page;
  }

  /**
   * Takes the map in; what is no map, has other keys or lacks one is a finding, and the rest is
   * read.
   */
  static Fields of(Yaml node, Vocabulary vocabulary, Page page) {
    return of(node, node, vocabulary, page);
  }

  /** The map behind a key; what it lacks is found at the key. */
  static Fields of(Entry entry, Vocabulary vocabulary, Page page) {
    return of(entry.value(), entry.keyNode(), vocabulary, page);
  }

  private static Fields of(Yaml node, Yaml at, Vocabulary vocabulary, Page page) {
    return of(node, Entry.of(node, vocabulary.what(), page), at, vocabulary, page);
  }

  /** The entries of a map that are taken in; what it lacks is found at a key of it. */
  static Fields of(Yaml node, List<Entry> entries, Yaml at, Vocabulary vocabulary, Page page) {
    var fields = new Fields(node, vocabulary, page);
    entries.forEach(fields::take);
    if (node instanceof Yaml.Mapping) {
      vocabulary.required().forEach(it -> fields.require(it, at));
    }
    return fields;
  }

  private void take(Entry entry) {
    if (vocabulary.known().contains(entry.key())) {
      entries.put(entry.key(), entry);
    } else {
      page.error("unknown-key", entry.keyNode(), unknown(entry));
    }
  }

  private String unknown(Entry entry) {
    var inside =
        vocabulary
            .hostOf(entry.key())
            .map("; it belongs inside \"%s\""::formatted)
            .orElseGet(() -> Suggestion.of(entry.key(), vocabulary.known()));
    var message = "%s has no key \"%s\"%s".formatted(vocabulary.what(), entry.key(), inside);
    var valueless = entry.value() instanceof Yaml.Scalar scalar && scalar.value().isEmpty();
    var inBraces = node instanceof Yaml.Mapping map && map.inBraces();
    return valueless && inBraces
        ? message + ". Inside { } a text with a comma needs quotes: \"…\""
        : message;
  }

  Yaml node() {
    return node;
  }

  Page page() {
    return page;
  }

  boolean has(String key) {
    declared(key);
    return entries.containsKey(key);
  }

  /** True where the key is one of the map's, written or not. */
  boolean knows(String key) {
    return vocabulary.keys().containsKey(key);
  }

  /** False where something else stood in the map's place; a finding has said so. */
  boolean isMap() {
    return node instanceof Yaml.Mapping;
  }

  /** The keys that the map may have, for a message. */
  String offered() {
    return String.join(", ", vocabulary.known());
  }

  /** True where the key is written and nothing stands behind it. */
  boolean isBlank(String key) {
    return find(key).orElse(null) instanceof Yaml.Scalar scalar && scalar.value().isBlank();
  }

  /** The key as written, to point at. */
  Yaml keyNode(String key) {
    var entry = entries.get(key);
    return entry == null ? node : entry.keyNode();
  }

  Optional<Yaml> find(String key) {
    declared(key);
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  Optional<Yaml.Scalar> scalar(String key) {
    return find(key).flatMap(value -> Scalars.scalar(value, key, page));
  }

  /** Says that a key must be there, at the map (or at the key that made it necessary). */
  void require(String key, Yaml at) {
    if (!has(key)) {
      page.error("missing-key", at, "%s needs \"%s\"".formatted(vocabulary.what(), key));
    }
  }

  Optional<Text> text(String key) {
    expect(key, Scalar.TEXT);
    return scalar(key).map(it -> Texts.spoken(it, page));
  }

  Optional<Text> value(String key) {
    expect(key, Scalar.VALUE);
    return scalar(key).map(it -> Texts.value(it, page));
  }

  /** A value that must not be empty. */
  Optional<Text> filled(String key) {
    expect(key, Scalar.VALUE);
    return scalar(key)
        .filter(it -> Scalars.word(it, key, page).isPresent())
        .map(it -> Texts.value(it, page));
  }

  Optional<String> word(String key) {
    return scalar(key).flatMap(it -> Scalars.word(it, key, page));
  }

  Optional<Expression> condition(String key, Role role) {
    expect(key, Scalar.CONDITION);
    return scalar(key).map(it -> Texts.condition(it, role, page));
  }

  /** An expression that gives a list. */
  Optional<Expression> list(String key) {
    expect(key, Scalar.LIST);
    return scalar(key).map(it -> Texts.condition(it, Role.LIST, page));
  }

  /** A flow, or a step of it; of a flow alone the step is empty. */
  Optional<StepRef> flow(String key) {
    expect(key, Scalar.FLOW);
    return scalar(key).flatMap(it -> Names.flow(it, page));
  }

  Optional<Target> target(String key) {
    expect(key, Scalar.TARGET);
    return scalar(key).flatMap(it -> Names.target(it, page));
  }

  Optional<Variable> variable(String key) {
    expect(key, Scalar.VARIABLE);
    return scalar(key).flatMap(it -> Names.variable(it, page));
  }

  Optional<Duration> duration(String key) {
    expect(key, Scalar.DURATION);
    return scalar(key).flatMap(it -> Scalars.duration(it, page));
  }

  Optional<Integer> count(String key) {
    expect(key, Scalar.COUNT);
    return scalar(key).flatMap(it -> Scalars.count(it, page));
  }

  /** A whole number, zero too. */
  Optional<Integer> number(String key) {
    expect(key, Scalar.NUMBER);
    return scalar(key).flatMap(it -> Scalars.number(it, page));
  }

  boolean flag(String key) {
    expect(key, Scalar.FLAG);
    return scalar(key).flatMap(it -> Scalars.flag(it, page)).orElse(false);
  }

  /** One of some words, in the order they are offered in the message. */
  <T> Optional<T> choice(String key, Map<String, T> choices) {
    expect(key, Kind.choice(choices.keySet()));
    return scalar(key).flatMap(it -> Scalars.choice(it, choices, page));
  }

  /** A text, or a list of texts. */
  Optional<List<Text>> texts(String key) {
    expect(key, Scalar.TEXT);
    return scalars(key).map(all -> all.stream().map(it -> Texts.spoken(it, page)).toList());
  }

  /** A value, or a list of values. */
  List<Text> values(String key) {
    expect(key, Scalar.VALUE);
    return scalars(key)
        .map(all -> all.stream().map(it -> Texts.value(it, page)).toList())
        .orElse(List.of());
  }

  /** Words that are compared, not sent. */
  List<String> words(String key) {
    expect(key, Scalar.WORD);
    return scalars(key)
        .map(all -> all.stream().flatMap(it -> Scalars.word(it, key, page).stream()).toList())
        .orElse(List.of());
  }

  Optional<List<Yaml.Scalar>> scalars(String key) {
    return find(key).map(value -> Scalars.list(value, key, page));
  }

  /**
   * The items of a list.
   *
   * @param example of one item, for the finding that it is none
   */
  List<Yaml> list(String key, String example) {
    return switch (find(key).orElse(null)) {
      case null -> List.of();
      case Yaml.Sequence list -> list.items();
      case Yaml.Scalar other -> noList(other, example);
      case Yaml.Mapping other -> noList(other, example);
    };
  }

  private List<Yaml> noList(Yaml node, String example) {
    page.error("wrong-shape", node, "Expected a list: - %s".formatted(example));
    return List.of();
  }

  Optional<Fields> map(String key, Vocabulary keys) {
    expect(key, Kind.keys(keys));
    return Optional.ofNullable(entries.get(key)).map(entry -> Fields.of(entry, keys, page));
  }

  /** What is not declared would be missing in the schema: a mistake of this program. */
  private Kind declared(String key) {
    var declared = vocabulary.keys().get(key);
    if (declared == null) {
      throw new IllegalStateException(
          "%s does not declare \"%s\"".formatted(vocabulary.what(), key));
    }
    return declared.kind();
  }

  private void expect(String key, Kind kind) {
    if (!declared(key).allows(kind)) {
      throw new IllegalStateException(
          "%s declares another kind for \"%s\" than %s".formatted(vocabulary.what(), key, kind));
    }
  }
}
