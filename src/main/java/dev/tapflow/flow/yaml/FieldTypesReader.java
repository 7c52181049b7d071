package dev.tapflow.flow.yaml;

import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the fields that a contact has and their types. */
final class FieldTypesReader {

  private static final Map<String, FieldType> TYPES = types();
  private static final Vocabulary FIELD =
      Vocabulary.of("A contact field")
          .must("type", Kind.choice(TYPES.keySet()), "The type of its values.")
          .later("max", "secret");

  static final Kind KIND =
      Kind.named(Naming.FIELD, Kind.either(Kind.choice(TYPES.keySet()), Kind.keys(FIELD)));

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
    if (entry.value() instanceof Yaml.Mapping) {
      return Fields.of(entry, FIELD, page).choice("type", TYPES);
    }
    Optional<Yaml.Scalar> scalar = Scalars.scalar(entry.value(), entry.key(), page);
    return scalar.flatMap(it -> Scalars.choice(it, TYPES, page));
  }
}
