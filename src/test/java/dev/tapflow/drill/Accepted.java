package dev.tapflow.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * A message that the vendor accepted, as its own record has it.
 *
 * @param id the vendor's, which rises
 * @param option the button that the customer can tap
 * @param replica who sent it: each signs with a teammate's id of its own
 */
record Accepted(
    long id, String channelMessageId, Message message, String option, String replica, Instant at) {

  static Accepted of(JsonNode entry) {
    var body = entry.path("body");
    return new Accepted(
        entry.path("message_id").asLong(),
        entry.path("channel_message_id").asText(),
        Message.of(body),
        body.at("/waba_interactive_message/action/buttons/0/reply/id").asText(),
        body.path("intercom_teammate_id").asText(),
        Instant.parse(entry.path("accepted_at").asText()));
  }
}
