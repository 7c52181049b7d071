package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
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

  /** Takes the map in; what is no map, or has other keys, is a finding and the rest is read. */
  static Fields of(Yaml node, Vocabulary vocabulary, Page page) {
    return of(node, Entry.of(node, vocabulary.what(), page), vocabulary, page);
  }

  static Fields of(Yaml node, List<Entry> entries, Vocabulary vocabulary, Page page) {
    var fields = new Fields(node, vocabulary, page);
    entries.forEach(fields::take);
    return fields;
  }

  private void take(Entry entry) {
    if (vocabulary.known().contains(entry.key())) {
      entries.put(entry.key(), entry);
    } else if (vocabulary.later().contains(entry.key())) {
      page.error(
          "not-supported",
          entry.keyNode(),
          "\"%s\" is not supported yet by this version".formatted(entry.key()));
    } else {
      page.error("unknown-key", entry.keyNode(), unknown(entry));
    }
  }

  private String unknown(Entry entry) {
    var message =
        "%s has no key \"%s\"%s"
            .formatted(
                vocabulary.what(), entry.key(), Suggestion.of(entry.key(), vocabulary.known()));
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
    return entries.containsKey(key);
  }

  /** The key as written, to point at. */
  Yaml keyNode(String key) {
    var entry = entries.get(key);
    return entry == null ? node : entry.keyNode();
  }

  Optional<Yaml> find(String key) {
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
    return scalar(key).map(it -> Texts.spoken(it, page));
  }

  Optional<Text> value(String key) {
    return scalar(key).map(it -> Texts.value(it, page));
  }

  Optional<String> word(String key) {
    return scalar(key).flatMap(it -> Scalars.word(it, key, page));
  }

  Optional<Expression> condition(String key, Role role) {
    return scalar(key).map(it -> Texts.condition(it, role, page));
  }

  Optional<Target> target(String key) {
    return scalar(key).flatMap(it -> Names.target(it, page));
  }

  Optional<Variable> variable(String key) {
    return scalar(key).flatMap(it -> Names.variable(it, page));
  }

  Optional<Duration> duration(String key) {
    return scalar(key).flatMap(it -> Scalars.duration(it, page));
  }

  Optional<Integer> count(String key) {
    return scalar(key).flatMap(it -> Scalars.count(it, page));
  }

  boolean flag(String key) {
    return scalar(key).flatMap(it -> Scalars.flag(it, page)).orElse(false);
  }

  /** One of some words, in the order they are offered in the message. */
  <T> Optional<T> choice(String key, Map<String, T> choices) {
    return scalar(key).flatMap(it -> Scalars.choice(it, choices, page));
  }

  /** A text, or a list of texts. */
  Optional<List<Text>> texts(String key) {
    return scalars(key).map(all -> all.stream().map(it -> Texts.spoken(it, page)).toList());
  }

  /** A value, or a list of values. */
  List<Text> values(String key) {
    return scalars(key)
        .map(all -> all.stream().map(it -> Texts.value(it, page)).toList())
        .orElse(List.of());
  }

  /** Words that are compared, not sent. */
  List<String> words(String key) {
    return scalars(key)
        .map(all -> all.stream().flatMap(it -> Scalars.word(it, key, page).stream()).toList())
        .orElse(List.of());
  }

  Optional<List<Yaml.Scalar>> scalars(String key) {
    return find(key).map(value -> Scalars.list(value, key, page));
  }

  Optional<Fields> map(String key, Vocabulary keys) {
    return find(key).map(value -> Fields.of(value, keys, page));
  }
}
