package dev.tapflow.engine;

import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Written trees of values as the values they are at this moment; an unset leaf is null in them. */
final class ValueTrees {

  private ValueTrees() {}

  static @Nullable Object grown(ValueTree tree, Function<Text, @Nullable Object> leaf) {
    return switch (tree) {
      case ValueTree.Leaf(var text) -> leaf.apply(text);
      case ValueTree.Branches(var byName) -> branches(byName, leaf);
      case ValueTree.Items(var items) -> items(items, leaf);
    };
  }

  private static Map<String, @Nullable Object> branches(
      Map<String, ValueTree> byName, Function<Text, @Nullable Object> leaf) {
    var grown = new LinkedHashMap<String, @Nullable Object>();
    byName.forEach((name, tree) -> grown.put(name, grown(tree, leaf)));
    return Collections.unmodifiableMap(grown);
  }

  private static List<@Nullable Object> items(
      List<ValueTree> items, Function<Text, @Nullable Object> leaf) {
    var grown = new ArrayList<@Nullable Object>();
    items.forEach(tree -> grown.add(grown(tree, leaf)));
    return Collections.unmodifiableList(grown);
  }
}
