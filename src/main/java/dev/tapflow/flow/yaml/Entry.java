package dev.tapflow.flow.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One key of a map with its value. */
record Entry(String key, Yaml.Scalar keyNode, Yaml value) {

  /** The entries of a map in the order written, each key once; a twin is a finding. */
  static List<Entry> of(Yaml node, String what, Page page) {
    if (node instanceof Yaml.Mapping map) {
      var seen = new HashSet<String>();
      return map.pairs().stream().flatMap(it -> read(it, seen, page).stream()).toList();
    }
    page.error("wrong-shape", node, "Expected %s as \"key: value\" lines".formatted(what));
    return List.of();
  }

  private static Optional<Entry> read(Yaml.Pair pair, Set<String> seen, Page page) {
    if (!(pair.key() instanceof Yaml.Scalar key)) {
      page.error("wrong-shape", pair.key(), "A key must be a plain word");
      return Optional.empty();
    }
    if (!seen.add(key.value())) {
      page.error("duplicate-key", key, "\"%s\" stands here a second time".formatted(key.value()));
      return Optional.empty();
    }
    return Optional.of(new Entry(key.value(), key, pair.value()));
  }
}
