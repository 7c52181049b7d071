package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Puts messages and statuses into the body that Meta posts; Meta, "Webhooks reference". */
final class MetaEnvelope {

  private MetaEnvelope() {}

  static ObjectNode ofMessage(
      WebhookTarget target, CustomerNumber from, String name, ObjectNode message) {
    var envelope = Json.object();
    var value = valueOf(envelope, target);
    // Meta leaves the contact out when it announces a changed number
    if (!message.path("type").asText().equals("system")) {
      var contact = value.putArray("contacts").addObject();
      contact.putObject("profile").put("name", name);
      contact.put("wa_id", from.waId());
    }
    value.putArray("messages").add(message);
    return envelope;
  }

  static ObjectNode ofStatus(WebhookTarget target, ObjectNode status) {
    var envelope = Json.object();
    valueOf(envelope, target).putArray("statuses").add(status);
    return envelope;
  }

  private static ObjectNode valueOf(ObjectNode envelope, WebhookTarget target) {
    envelope.put("object", "whatsapp_business_account");
    var entry = envelope.putArray("entry").addObject();
    entry.put("id", "102290129340398");
    var change = entry.putArray("changes").addObject();
    change.put("field", "messages");
    var value = change.putObject("value");
    value.put("messaging_product", "whatsapp");
    value
        .putObject("metadata")
        .put("display_phone_number", target.displayPhoneNumber())
        .put("phone_number_id", target.phoneNumberId());
    return value;
  }

  /** The bytes on the wire: Meta writes, and signs, every character beyond ASCII as an escape. */
  static byte[] bytes(ObjectNode envelope) {
    var json = Json.write(envelope);
    var escaped = new StringBuilder(json.length());
    json.chars()
        .forEach(
            unit -> {
              if (unit < 0x80) {
                escaped.append((char) unit);
              } else {
                escaped.append(String.format(Locale.ROOT, "\\u%04x", unit));
              }
            });
    return escaped.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
