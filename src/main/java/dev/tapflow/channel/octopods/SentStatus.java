package dev.tapflow.channel.octopods;

import dev.tapflow.channel.StatusResult;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads the status of one message in both documented shapes (source: Octopods help, "Message status
 * API" and its guide): words in either case, every field optional.
 */
final class SentStatus {

  private SentStatus() {}

  static StatusResult read(Answer answer, Instant now, Instant pauseUntil) {
    return switch (answer.status()) {
      case 429 ->
          new StatusResult.SlowDown(
              new RetryTime(now).find(answer.header(), answer.body()).orElse(pauseUntil));
      case 404 -> new StatusResult.NotKnown();
      // which code an unknown message has is not documented; a key that is too old is
      case 400 ->
          answer.text("error_code").filter(Answers.KEY_IS_OLD::equals).isPresent()
              ? new StatusResult.Failed(answer.error())
              : new StatusResult.NotKnown();
      default -> answer.isSuccess() ? told(answer) : new StatusResult.Failed(answer.error());
    };
  }

  private static StatusResult told(Answer answer) {
    return answer
        .text("status")
        .map(word -> told(answer, word.toLowerCase(Locale.ROOT)))
        .orElseGet(
            () -> new StatusResult.Failed("HTTP %d without any status".formatted(answer.status())));
  }

  private static StatusResult told(Answer answer, String word) {
    return new StatusResult.Told(
        word, at(answer, word), answer.text("channel_message_id"), answer.text("failure_reason"));
  }

  private static Optional<Instant> at(Answer answer, String word) {
    return answer.text(word + "_at").or(() -> answer.text("last_updated")).flatMap(SentList::time);
  }
}
