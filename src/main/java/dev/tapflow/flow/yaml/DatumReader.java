package dev.tapflow.flow.yaml;

import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.trial.Datum;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/** Reads the values of a test. */
final class DatumReader {

  /** Any value, or lists and maps of such. */
  static final Kind KIND = new Kind.Tree(Scalar.VALUE);

  private final Page page;
  private final boolean insertions;

  private DatumReader(Page page, boolean insertions) {
    this.page = page;
    this.insertions = insertions;
  }

  /** With {@code ${…}} in it. */
  static DatumReader ofValues(Page page) {
    return new DatumReader(page, true);
  }

  /** In which every character stands for itself. */
  static DatumReader ofWords(Page page) {
    return new DatumReader(page, false);
  }

  Datum read(Yaml node) {
    return switch (node) {
      case Yaml.Scalar scalar -> scalar(scalar);
      case Yaml.Sequence list -> new Datum.Items(list.items().stream().map(this::read).toList());
      case Yaml.Mapping map -> new Datum.Entries(entries(map));
    };
  }

  /** The values of a map by name; what is no map is a finding. */
  SequencedMap<String, Datum> named(Yaml node, String what) {
    var read = new LinkedHashMap<String, Datum>();
    Entry.of(node, what, page).forEach(it -> read.put(it.key(), read(it.value())));
    return read;
  }

  private SequencedMap<String, Datum> entries(Yaml.Mapping map) {
    return named(map, "names and values");
  }

  private Datum.Scalar scalar(Yaml.Scalar scalar) {
    var quoted = !scalar.isPlain();
    if (!insertions) {
      var literal = Datum.Scalar.literal(scalar.value());
      return new Datum.Scalar(literal.written(), literal.text(), quoted);
    }
    return new Datum.Scalar(scalar.value(), Texts.value(scalar, page), quoted);
  }

  /** The same as a flow has it. */
  static ValueTree tree(Datum datum) {
    return switch (datum) {
      case Datum.Scalar scalar -> new ValueTree.Leaf(scalar.text());
      case Datum.Items(var items) ->
          new ValueTree.Items(items.stream().map(DatumReader::tree).toList());
      case Datum.Entries(var byName) -> {
        var branches = new LinkedHashMap<String, ValueTree>();
        byName.forEach((name, value) -> branches.put(name, tree(value)));
        yield new ValueTree.Branches(branches);
      }
    };
  }
}
