package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tapflow.sandbox.Content.Option;
import dev.tapflow.sandbox.Handset.Stamp;
import dev.tapflow.sandbox.PhoneMessage.Status;
import dev.tapflow.sandbox.WhatsApp.Failure;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/** Finds what a request to a phone speaks of, or answers it with a problem. */
@Singleton
final class Phones {

  /** Nobody can type a longer text into WhatsApp; in code points. */
  private static final int LONGEST_TEXT = 4096;

  private final Customers customers;

  Phones(Customers customers) {
    this.customers = customers;
  }

  CustomerNumber numberOf(String path) {
    return CustomerNumber.lenient(path)
        .orElseThrow(() -> Problem.exception(400, "The path needs a number such as +34600000001."));
  }

  Customer of(String path) {
    return customers
        .find(numberOf(path))
        .orElseThrow(
            () ->
                Problem.exception(
                    404, "Nobody has this number; PUT /sandbox/phones/{number} adds it."));
  }

  <T> T needed(@Nullable T value, String field) {
    if (value == null) {
      throw Problem.exception(400, "The body needs the field %s.".formatted(field));
    }
    return value;
  }

  String typed(@Nullable String text) {
    var given = needed(text, "text");
    if (given.isEmpty() || given.codePointCount(0, given.length()) > LONGEST_TEXT) {
      throw Problem.exception(400, "text needs 1 to %d characters.".formatted(LONGEST_TEXT));
    }
    return given;
  }

  PhoneMessage messageOf(Customer customer, @Nullable String id) {
    return customer
        .message(needed(id, "message_id"))
        .orElseThrow(() -> Problem.exception(404, "There is no such message on this phone."));
  }

  Option optionOf(PhoneMessage message, @Nullable String id) {
    return message
        .content()
        .option(needed(id, "option_id"))
        .orElseThrow(() -> Problem.exception(404, "The message has no such option."));
  }

  ObjectNode rawOf(byte[] body) {
    return Json.object(body)
        .filter(message -> message.path("type").isTextual())
        .orElseThrow(
            () -> Problem.exception(400, "The body needs to be a message of Meta's, with a type."));
  }

  Stamp stampOf(ObjectNode message) {
    var timestamp = message.path("timestamp");
    return new Stamp(
        message.path("id").isTextual() ? message.path("id").asText() : null,
        timestamp.isMissingNode() ? null : (Long) timestamp.asLong());
  }

  @Nullable Failure failureOf(Status status, @Nullable Integer code) {
    if (status != Status.FAILED) {
      return null;
    }
    return code != null && code == 131047
        ? new Failure(code, "Re-engagement message", "More than 24 hours have passed.")
        : new Failure(code == null ? 131026 : code, "Message undeliverable", "Reported by hand.");
  }
}
