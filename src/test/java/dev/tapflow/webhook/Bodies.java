package dev.tapflow.webhook;

/** Whole deliveries, as WhatsApp's webhook reference shows them. */
final class Bodies {

  /** A tap, with every block that a delivery may have. */
  static final String TAP =
      """
      { "object": "whatsapp_business_account", "entry": [ { "id": "WABA-ID", "changes": [ { "field": "messages", "value": {
        "messaging_product": "whatsapp",
        "metadata": { "display_phone_number": "34910000000", "phone_number_id": "1055" },
        "contacts": [ { "profile": { "name": "Ana", "username": "ana.x" }, "wa_id": "34600000001", "user_id": "ES.13491208" } ],
        "messages": [ { "from": "34600000001", "from_user_id": "ES.13491208", "id": "wamid.IN1", "timestamp": "1767607200",
          "type": "interactive", "context": { "from": "34910000000", "id": "wamid.OUT9" },
          "interactive": { "type": "button_reply", "button_reply": { "id": "yes", "title": "Yes" } } } ] } } ] } ] }
      """;

  /** Two customers in one change: one with a number and an advertisement, one without a number. */
  static final String TWO_CUSTOMERS =
      """
      { "object": "whatsapp_business_account", "entry": [ { "id": "WABA-ID", "changes": [ { "field": "messages", "value": {
        "messaging_product": "whatsapp",
        "metadata": { "display_phone_number": "34910000000", "phone_number_id": "1055" },
        "contacts": [ { "profile": { "name": "Ben" }, "wa_id": "447700900123" },
                      { "profile": { "username": "zoe.z" }, "user_id": "ES.777" } ],
        "messages": [
          { "from": "447700900123", "id": "wamid.A", "timestamp": "1767607200", "type": "text", "text": { "body": "hi" },
            "referral": { "source_type": "ad", "source_id": "1", "source_url": "https://x", "ctwa_clid": "c" } },
          { "from_user_id": "ES.777", "id": "wamid.B", "timestamp": "1767607201", "type": "text", "text": { "body": "hola" } } ] } } ] } ] }
      """;

  /** A failure, and a status that is newer than this program. */
  static final String STATUSES =
      """
      { "object": "whatsapp_business_account", "entry": [ { "id": "WABA-ID", "changes": [ { "field": "messages", "value": {
        "messaging_product": "whatsapp",
        "metadata": { "display_phone_number": "34910000000", "phone_number_id": "1055" },
        "statuses": [
          { "id": "wamid.OUT9", "status": "failed", "timestamp": "1767607201", "recipient_id": "34600000001",
            "biz_opaque_callback_data": "conv-77", "errors": [ { "code": 131047, "title": "Re-engagement message",
            "message": "Re-engagement message", "error_data": { "details": "more than 24 hours have passed" }, "href": "https://x" } ] },
          { "id": "wamid.OUT8", "status": "delivered", "timestamp": "1767607201", "recipient_user_id": "ES.777",
            "pricing": { "billable": true, "pricing_model": "PMP", "type": "regular", "category": "service" } },
          { "id": "wamid.OUT7", "status": "played", "timestamp": "1767607202" },
          { "id": "wamid.OUT6", "status": "teleported", "timestamp": "1767607202" } ] } } ] } ] }
      """;

  /** The number changed; no contacts block comes with it. */
  static final String NUMBER_CHANGED =
      """
      { "object": "whatsapp_business_account", "entry": [ { "id": "WABA-ID", "changes": [ { "field": "messages", "value": {
        "messaging_product": "whatsapp", "metadata": { "phone_number_id": "1055" },
        "messages": [ { "from": "34600000001", "id": "wamid.S", "timestamp": "1767607200", "type": "system",
          "system": { "body": "Ana changed", "wa_id": "34600000009", "type": "user_changed_number" } } ] } } ] } ] }
      """;

  /** Meta's own trouble with our account. */
  static final String ERRORS =
      """
      { "object": "whatsapp_business_account", "entry": [ { "id": "WABA-ID", "changes": [ { "field": "messages", "value": {
        "messaging_product": "whatsapp", "metadata": { "phone_number_id": "1055" },
        "errors": [ { "code": 130429, "title": "Rate limit hit" } ] } } ] } ] }
      """;

  private Bodies() {}
}
