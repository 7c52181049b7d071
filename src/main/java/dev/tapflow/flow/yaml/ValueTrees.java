package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Role;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Reads values that may be lists and maps of values. */
final class ValueTrees {

  static final Kind KIND = new Kind.Tree(Scalar.VALUE);

  private ValueTrees() {}

  static ValueTree read(Yaml node, Role role, Page page) {
    return switch (node) {
      case Yaml.Scalar scalar -> new ValueTree.Leaf(Texts.value(scalar, role, page));
      case Yaml.Sequence list ->
          new ValueTree.Items(list.items().stream().map(it -> read(it, role, page)).toList());
      case Yaml.Mapping _ -> new ValueTree.Branches(branches(node, role, page));
    };
  }

  static SequencedMap<String, ValueTree> byName(Yaml node, Page page) {
    return branches(node, Role.INSERTION, page);
  }

  private static SequencedMap<String, ValueTree> branches(Yaml node, Role role, Page page) {
    var branches = new LinkedHashMap<String, ValueTree>();
    Entry.of(node, "values by name", page)
        .forEach(it -> branches.put(it.key(), read(it.value(), role, page)));
    return branches;
  }
}
