package dev.tapflow.flow.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The keys a map may have.
 *
 * @param what how the map is called in a message
 * @param known the keys this version reads
 * @param later keys of the language that this version does not read yet
 */
record Vocabulary(String what, Set<String> known, Set<String> later) {

  static Vocabulary of(String what, String... known) {
    return new Vocabulary(what, new LinkedHashSet<>(List.of(known)), Set.of());
  }

  Vocabulary later(String... keys) {
    return new Vocabulary(what, known, Set.of(keys));
  }

  /** With some more known keys. */
  Vocabulary and(Set<String> more) {
    var all = new LinkedHashSet<>(known);
    all.addAll(more);
    return new Vocabulary(what, all, later);
  }
}
