package dev.tapflow.channel.octopods;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapflow.channel.LookupResult;
import dev.tapflow.channel.LookupResult.SentMessage;
import dev.tapflow.message.PhoneNumber;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the list of sent messages in both documented shapes (source: Octopods help, "Message list",
 * "Message status"): status in either case, every field optional, times in ISO 8601 or epoch
 * seconds.
 */
final class SentList {

  private SentList() {}

  static LookupResult read(Answer answer, Instant now, Instant pauseUntil) {
    if (answer.status() == 429) {
      return new LookupResult.SlowDown(
          new RetryTime(now).find(answer.header(), answer.body()).orElse(pauseUntil));
    }
    var list = answer.body().isArray() ? answer.body() : answer.body().path("messages");
    if (!answer.isSuccess() || !list.isArray()) {
      return new LookupResult.Failed(answer.error());
    }
    return new LookupResult.Listed(list.valueStream().flatMap(SentList::message).toList());
  }

  private static Stream<SentMessage> message(JsonNode node) {
    return Answer.text(node, "message_id").stream()
        .map(
            id ->
                new SentMessage(
                    id,
                    Answer.text(node, "phone_number").flatMap(PhoneNumber::parse),
                    sentAt(node),
                    Answer.text(node, "status").orElse("unknown").toLowerCase(Locale.ROOT)));
  }

  private static Optional<Instant> sentAt(JsonNode node) {
    return Answer.text(node, "sent_at")
        .or(() -> Answer.text(node, "last_updated"))
        .flatMap(SentList::time);
  }

  static Optional<Instant> time(String text) {
    try {
      return Optional.of(
          text.chars().allMatch(Character::isDigit)
              ? Instant.ofEpochSecond(Long.parseLong(text))
              : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException | NumberFormatException unreadable) {
      return Optional.empty();
    }
  }
}
