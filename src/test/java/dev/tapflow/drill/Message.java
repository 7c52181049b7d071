package dev.tapflow.drill;

import com.fasterxml.jackson.databind.JsonNode;

/** One message of the conversations: no customer is told the same twice. */
record Message(String phone, String text) {

  /** The bot's answer to a customer's tap of that number; 0 is its answer to the first word. */
  static Message toTap(String phone, int number) {
    return new Message(phone, "Tap " + number);
  }

  /** As Octopods is asked to send it. */
  static Message of(JsonNode request) {
    return new Message(
        request.path("destination_phone").asText(),
        request.at("/waba_interactive_message/body/text").asText());
  }

  int number() {
    return Integer.parseInt(text.substring("Tap ".length()));
  }
}
