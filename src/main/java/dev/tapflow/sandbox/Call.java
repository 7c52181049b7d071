package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request to Octopods' API: what kind, with which key, and what it says. */
record Call(Kind kind, @Nullable String key, Part body) {

  /** What a fault can be limited to; {@code CATALOGUE} lists templates, {@code LIST} messages. */
  enum Kind {
    INTERACTIVE,
    TEMPLATES,
    STATUS,
    LIST,
    CATALOGUE
  }

  /** The number it is about, if it names one. */
  Optional<CustomerNumber> phone() {
    JsonNode phone = body.node().path("destination_phone");
    return CustomerNumber.ofE164(phone.asText());
  }

  /** Of the caller who was let in. */
  String validKey() {
    if (key == null) {
      throw new IllegalStateException("Expected a key, for nobody is let in without one");
    }
    return key;
  }
}
