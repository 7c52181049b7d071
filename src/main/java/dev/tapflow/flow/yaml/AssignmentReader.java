package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.List;
import java.util.Optional;

/** Reads the lines of a {@code set}, in order. */
final class AssignmentReader {

  static final Kind KIND = Kind.named(Naming.VARIABLE, Scalar.VALUE);

  private AssignmentReader() {}

  static List<Assignment> read(Fields fields, String key) {
    return fields.find(key).map(node -> read(node, fields.page())).orElse(List.of());
  }

  private static List<Assignment> read(Yaml node, Page page) {
    var entries = Entry.of(node, "\"vars.x: value\" or \"contact.y: value\"", page);
    return entries.stream().flatMap(it -> read(it, page).stream()).toList();
  }

  private static Optional<Assignment> read(Entry entry, Page page) {
    var variable = Names.variable(entry.keyNode(), page);
    var value = Scalars.scalar(entry.value(), entry.key(), page).map(it -> Texts.value(it, page));
    return variable.flatMap(to -> value.map(it -> new Assignment(to, it)));
  }
}
