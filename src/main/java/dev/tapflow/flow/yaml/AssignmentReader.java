package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Role;
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
    return read(fields, key, Role.INSERTION);
  }

  /** With what the role lets the values see. */
  static List<Assignment> read(Fields fields, String key, Role role) {
    return fields.find(key).map(node -> read(node, role, fields.page())).orElse(List.of());
  }

  private static List<Assignment> read(Yaml node, Role role, Page page) {
    var entries = Entry.of(node, "\"vars.x: value\" or \"contact.y: value\"", page);
    return entries.stream().flatMap(it -> read(it, role, page).stream()).toList();
  }

  private static Optional<Assignment> read(Entry entry, Role role, Page page) {
    var variable = Names.variable(entry.keyNode(), page);
    var value =
        Scalars.scalar(entry.value(), entry.key(), page).map(it -> Texts.value(it, role, page));
    return variable.flatMap(to -> value.map(it -> new Assignment(to, it)));
  }
}
