package dev.tapflow.flow.vocabulary;

import java.util.Collection;
import java.util.List;

/** What may stand at a place in a file. */
public sealed interface Kind permits Scalar, Kind.Composed {

  /** Made of other kinds, or of words. */
  sealed interface Composed extends Kind {}

  /** One of some words. */
  record Choice(List<String> words) implements Composed {

    public Choice {
      words = List.copyOf(words);
    }
  }

  /** A list. */
  record ListOf(Kind item) implements Composed {}

  /** A list, or one of its items alone. */
  record OneOrMore(Kind item) implements Composed {}

  /** A map of things by names of their own. */
  record Named(Naming names, Kind value) implements Composed {}

  /** A map whose keys are known beforehand. */
  record Keys(Vocabulary vocabulary) implements Composed {}

  /** One of several kinds, told apart by its shape or its words. */
  record Either(List<Kind> kinds) implements Composed {

    public Either {
      kinds = List.copyOf(kinds);
    }
  }

  /** A map that is told apart by the one verb it has; the verb is required in its vocabulary. */
  record ByVerb(List<Vocabulary> verbs) implements Composed {

    public ByVerb {
      verbs = List.copyOf(verbs);
    }
  }

  /** Values, or lists and maps of such, as deep as one likes. */
  record Tree(Scalar leaf) implements Composed {}

  static Kind choice(Collection<String> words) {
    return new Choice(List.copyOf(words));
  }

  static Kind listOf(Kind item) {
    return new ListOf(item);
  }

  static Kind oneOrMore(Kind item) {
    return new OneOrMore(item);
  }

  static Kind named(Naming names, Kind value) {
    return new Named(names, value);
  }

  static Kind keys(Vocabulary vocabulary) {
    return new Keys(vocabulary);
  }

  static Kind listOf(Vocabulary item) {
    return new ListOf(new Keys(item));
  }

  static Kind either(Kind... kinds) {
    return new Either(List.of(kinds));
  }

  /** True where what stands here may be of that kind. */
  default boolean allows(Kind other) {
    return switch (this) {
      case Either(var kinds) -> kinds.stream().anyMatch(it -> it.allows(other));
      case OneOrMore(var item) -> equals(other) || item.allows(other);
      case Scalar _, Choice _, ListOf _, Named _, Keys _, ByVerb _, Tree _ -> equals(other);
    };
  }
}
