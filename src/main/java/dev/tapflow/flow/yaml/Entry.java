package dev.tapflow.flow.yaml;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One key of a map with its value. */
record Entry(String key, ScalarNode keyNode, Node value) {

  /** The entries of a map in the order written, each key once; a twin is a finding. */
  static List<Entry> of(Node node, String what, Page page) {
    if (node instanceof MappingNode map) {
      var seen = new HashSet<String>();
      return map.getValue().stream().flatMap(it -> read(it, seen, page).stream()).toList();
    }
    page.error("wrong-shape", node, "Expected %s as \"key: value\" lines".formatted(what));
    return List.of();
  }

  private static Optional<Entry> read(NodeTuple tuple, Set<String> seen, Page page) {
    if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
      page.error("wrong-shape", tuple.getKeyNode(), "A key must be a plain word");
      return Optional.empty();
    }
    if (!seen.add(key.getValue())) {
      page.error(
          "duplicate-key", key, "\"%s\" stands here a second time".formatted(key.getValue()));
      return Optional.empty();
    }
    return Optional.of(new Entry(key.getValue(), key, tuple.getValueNode()));
  }
}
