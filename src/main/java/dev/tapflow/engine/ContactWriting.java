package dev.tapflow.engine;

import dev.tapflow.flow.ContactField;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what is known of the contact: declared fields, the language and the labels. */
final class ContactWriting {

  /** Every contact has these two, declared or not. */
  static final String LANGUAGE = "language";

  static final String TAGS = "tags";

  /** Enough for a language with script, country and variant. */
  private static final int LONGEST_LANGUAGE = 35;

  private final Draft draft;

  ContactWriting(Draft draft) {
    this.draft = draft;
  }

  /** A change from outside. */
  void all(Map<String, ? extends @Nullable Object> fields) {
    fields.forEach(this::field);
    draft.stayed("contact", "changed from outside: " + String.join(", ", fields.keySet()));
  }

  /** Null unsets. */
  void field(String name, @Nullable Object value) {
    switch (name) {
      case LANGUAGE -> {
        var language = value == null ? "" : new Rendering(draft).asText(value).strip();
        var fitted = new ValueSize(draft).fitted(language, LONGEST_LANGUAGE);
        draft.changeCustomer(customer -> customer.speaking(fitted));
      }
      case TAGS -> new Labels(draft).set(value);
      default -> declared(name, value);
    }
  }

  private void declared(String name, @Nullable Object value) {
    var field = Optional.<ContactField>ofNullable(draft.bot().contactFields().get(name));
    if (field.isEmpty()) {
      draft.failed("contact." + name, "the bot declares no such field");
      return;
    }
    var fitted = value == null ? null : fitted(name, field.get(), value);
    draft.changeCustomer(it -> it.withFields(Writing.changed(it.fields(), name, fitted)));
  }

  private @Nullable Object fitted(String name, ContactField field, Object value) {
    var typed = FieldValue.fit(field.type(), value, new Rendering(draft).asText(value));
    if (typed.isEmpty()) {
      draft.failed("contact." + name, "the value is not of the field's type " + field.type());
      return null;
    }
    var size = new ValueSize(draft);
    return typed.get() instanceof String text
        ? size.fitted(text, field.max().orElse(ValueSize.TEXT))
        : size.fitted(typed.get());
  }
}
