package dev.tapflow.flow.vocabulary;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * The keys a map may have.
 *
 * @param what how the map is called in a message
 * @param keys by name, in the order in which they are explained
 * @param exactlyOne groups of keys of which one must be there, and one only
 * @param atLeastOne groups of keys of which one or more must be there
 * @param others what stands behind keys that are names of the author's own; empty: there are none
 */
public record Vocabulary(
    String what,
    SequencedMap<String, Key> keys,
    List<List<String>> exactlyOne,
    List<List<String>> atLeastOne,
    Optional<Others> others) {

  public Vocabulary {
    keys = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(keys));
    exactlyOne = List.copyOf(exactlyOne);
    atLeastOne = List.copyOf(atLeastOne);
  }

  /** Keys beside the known ones. */
  public record Others(Naming names, Kind value, String about) {}

  /** One without keys, to which they are added. */
  public static Vocabulary of(String what) {
    return new Vocabulary(what, new LinkedHashMap<>(), List.of(), List.of(), Optional.empty());
  }

  /** With a key that may be left out. */
  public Vocabulary may(String name, Kind kind, String about) {
    return with(new Key(name, kind, about, false));
  }

  /** With a key that must be there. */
  public Vocabulary must(String name, Kind kind, String about) {
    return with(new Key(name, kind, about, true));
  }

  /** With all that another one says, under this one's name. */
  public Vocabulary and(Vocabulary other) {
    var all = new LinkedHashMap<>(keys);
    all.putAll(other.keys());
    return new Vocabulary(
        what,
        all,
        Stream.concat(exactlyOne.stream(), other.exactlyOne().stream()).toList(),
        Stream.concat(atLeastOne.stream(), other.atLeastOne().stream()).toList(),
        others.or(other::others));
  }

  /** One of these keys must be there, and one only. The reader says so in its own words. */
  public Vocabulary exactlyOneOf(String... names) {
    var groups = new ArrayList<>(exactlyOne);
    groups.add(List.of(names));
    return new Vocabulary(what, keys, groups, atLeastOne, others);
  }

  /** One of these keys must be there, or more. The reader says so in its own words. */
  public Vocabulary atLeastOneOf(String... names) {
    var groups = new ArrayList<>(atLeastOne);
    groups.add(List.of(names));
    return new Vocabulary(what, keys, exactlyOne, groups, others);
  }

  /** With keys that are names of the author's own. */
  public Vocabulary others(Naming names, Kind value, String about) {
    return new Vocabulary(
        what, keys, exactlyOne, atLeastOne, Optional.of(new Others(names, value, about)));
  }

  /** The names of the keys. */
  public SequencedSet<String> known() {
    return keys.sequencedKeySet();
  }

  /** The names of the keys that must be there. */
  public List<String> required() {
    return keys.values().stream().filter(Key::required).map(Key::name).toList();
  }

  /** The key whose map has a key of this name, where this one has none: it was meant there. */
  public Optional<String> hostOf(String name) {
    return keys.values().stream()
        .filter(key -> !keys.containsKey(name) && holds(key.kind(), name))
        .map(Key::name)
        .findFirst();
  }

  private static boolean holds(Kind kind, String name) {
    return switch (kind) {
      case Kind.Keys(var inner) -> inner.keys().containsKey(name);
      case Kind.Either(var kinds) -> kinds.stream().anyMatch(it -> holds(it, name));
      case Kind.OneOrMore(var item) -> holds(item, name);
      case Scalar _, Kind.Choice _, Kind.ListOf _, Kind.Named _, Kind.ByVerb _, Kind.Tree _ ->
          false;
    };
  }

  private Vocabulary with(Key key) {
    var all = new LinkedHashMap<>(keys);
    all.put(key.name(), key);
    return new Vocabulary(what, all, exactlyOne, atLeastOne, others);
  }
}
