package dev.tapflow.flow.yaml;

import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the fields that a contact has and their types. */
final class FieldTypesReader {

  private static final Vocabulary FIELD =
      Vocabulary.of("A contact field", "type").later("max", "secret");
  private static final Map<String, FieldType> TYPES = types();

  private FieldTypesReader() {}

  private static Map<String, FieldType> types() {
    var types = Choices.of(FieldType.class);
    types.values().remove(FieldType.ANY);
    return types;
  }

  static Map<String, ContactField> read(Yaml node, Page page) {
    var fields = new LinkedHashMap<String, ContactField>();
    for (var entry : Entry.of(node, "\"field: type\" lines", page)) {
      if (Names.isField(entry, page)) {
        fields.put(entry.key(), ContactField.of(type(entry, page).orElse(FieldType.ANY)));
      }
    }
    return fields;
  }

  private static Optional<FieldType> type(Entry entry, Page page) {
    if (entry.value() instanceof Yaml.Mapping map) {
      var fields = Fields.of(map, FIELD, page);
      fields.require("type", entry.keyNode());
      return fields.choice("type", TYPES);
    }
    Optional<Yaml.Scalar> scalar = Scalars.scalar(entry.value(), entry.key(), page);
    return scalar.flatMap(it -> Scalars.choice(it, TYPES, page));
  }
}
