package dev.tapflow.flow.yaml;

import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the fields that a contact has and their types. */
final class FieldTypesReader {

  private static final Map<String, FieldType> TYPES = types();
  private static final Vocabulary FIELD =
      Vocabulary.of("A contact field")
          .must("type", Kind.choice(TYPES.keySet()), "The type of its values.")
          .may("max", Scalar.COUNT, "Of a text: the most characters; a longer one is cut.")
          .may("secret", Scalar.FLAG, "Kept out of history, traces and logs.");

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
        var field = field(entry, page);
        checkBuiltIn(entry, field.type(), page);
        fields.put(entry.key(), field);
      }
    }
    return fields;
  }

  private static ContactField field(Entry entry, Page page) {
    if (entry.value() instanceof Yaml.Mapping) {
      return field(Fields.of(entry, FIELD, page));
    }
    var type =
        Scalars.scalar(entry.value(), entry.key(), page)
            .flatMap(it -> Scalars.choice(it, TYPES, page));
    return ContactField.of(type.orElse(FieldType.ANY));
  }

  private static ContactField field(Fields fields) {
    var type = fields.choice("type", TYPES).orElse(FieldType.ANY);
    if (fields.has("max") && type != FieldType.TEXT && type != FieldType.ANY) {
      fields
          .page()
          .error("bad-value", fields.keyNode("max"), "Only a text has a \"max\": its characters");
    }
    return new ContactField(type, fields.count("max"), fields.flag("secret"));
  }

  /** Declaring what is there anyway does no harm, as long as it is taken for what it is. */
  private static void checkBuiltIn(Entry entry, FieldType type, Page page) {
    var builtIn = ContactField.BUILT_IN.get(entry.key());
    if (builtIn != null && type != builtIn && type != FieldType.ANY) {
      page.error(
          "bad-value",
          entry.value(),
          "contact.%s is built in and a %s; leave it out, or call yours something else"
              .formatted(entry.key(), builtIn.name().toLowerCase(Locale.ROOT)));
    }
  }
}
