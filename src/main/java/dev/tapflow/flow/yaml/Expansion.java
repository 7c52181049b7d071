package dev.tapflow.flow.yaml;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** How large a document is once its aliases are written out: a few lines can stand for billions. */
final class Expansion {

  private static final long IN_PROGRESS = -1;

  private final Map<Node, Long> sizes = new IdentityHashMap<>();
  private final Page page;
  private boolean circular;

  private Expansion(Page page) {
    this.page = page;
  }

  static boolean isBounded(Node root, Page page) {
    var expansion = new Expansion(page);
    if (expansion.size(root) > Bounds.NODES && !expansion.circular) {
      page.error(
          "too-many-aliases", root, "Not taken: its aliases repeat too much; write it out instead");
      return false;
    }
    return !expansion.circular;
  }

  private long size(Node node) {
    var known = sizes.putIfAbsent(node, IN_PROGRESS);
    if (known != null && known == IN_PROGRESS) {
      circular = true;
      page.error("too-many-aliases", node, "Not taken: this contains itself by an alias");
      return 0;
    }
    if (known != null) {
      return known;
    }
    long size = 1;
    for (var child : children(node)) {
      size = Math.min(size + size(child), Bounds.NODES + 1L);
    }
    sizes.put(node, size);
    return size;
  }

  private static List<Node> children(Node node) {
    return switch (node) {
      case MappingNode map ->
          map.getValue().stream()
              .flatMap(entry -> Stream.of(entry.getKeyNode(), entry.getValueNode()))
              .toList();
      case SequenceNode list -> list.getValue();
      case ScalarNode scalar -> List.of();
      default -> List.of();
    };
  }
}
