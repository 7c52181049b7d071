package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Octopods says no. The numbers are those of the page "Octopods API error codes"; the words are
 * ours.
 *
 * @param code absent where Octopods gives none: an unknown key, a missing permission, too many
 *     requests
 */
record Refusal(int httpStatus, @Nullable Integer code, String error) {

  static Refusal missing(Part part) {
    return bad(1, "%s is missing.".formatted(part.path()));
  }

  static Refusal mismatch(Part part, String expected) {
    return bad(2, "%s is expected to be %s.".formatted(part.path(), expected));
  }

  static Refusal noSuchTemplate(String id) {
    return bad(3, "There is no accepted template %s.".formatted(id));
  }

  /** Octopods' page names no code for it; 3 is "does not exist" everywhere else. */
  static Refusal noSuchMessage(long id) {
    return bad(3, "No message %d was sent with this key.".formatted(id));
  }

  static Refusal variableCount(String section, int expected, int given) {
    return bad(
        4, "The template's %s takes %d variables, not %d.".formatted(section, expected, given));
  }

  static Refusal invalidPhone() {
    return bad(5, "destination_phone is no E.164 number such as +34600000001.");
  }

  static Refusal deprecatedKey() {
    return bad(6, "This API key was rotated or revoked; use the new one.");
  }

  static Refusal header(Part part, String expected) {
    return bad(8, "%s is expected to be %s.".formatted(part.path(), expected));
  }

  static Refusal variablesShape(String expected) {
    return bad(9, "message_variables is expected to be %s.".formatted(expected));
  }

  static Refusal status(String value) {
    return bad(10, "%s is no template status.".formatted(value));
  }

  static Refusal unknownKey() {
    return new Refusal(401, null, "The API key is missing or unknown.");
  }

  static Refusal interactiveDisabled() {
    return new Refusal(403, null, "Interactive messages are not enabled for this account.");
  }

  /** More than 24 hours since the customer wrote; Meta, "Error codes". */
  static Refusal windowClosed() {
    return whatsApp(
        131047,
        "Re-engagement message: more than 24 hours have passed since the customer last wrote.");
  }

  /** WhatsApp itself said no; its own code is only to be found in the text. */
  static Refusal whatsApp(int metaCode, String details) {
    return bad(7, "WhatsApp refused the message: (#%d) %s".formatted(metaCode, details));
  }

  static Refusal bad(int code, String error) {
    return new Refusal(400, code, error);
  }

  ObjectNode toJson() {
    var body = Json.object().put("request_id", UUID.randomUUID().toString());
    if (code != null) {
      body.put("error_code", code);
    }
    return body.put("error", error);
  }
}
