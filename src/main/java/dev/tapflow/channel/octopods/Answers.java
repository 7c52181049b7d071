package dev.tapflow.channel.octopods;

import dev.tapflow.channel.SendResult;
import java.time.Duration;
import java.time.Instant;

/**
 * What an answer of Octopods means for the message (source: Octopods help, "Error codes"). Codes
 * are numbers within a family of endpoints; the JSON carries no names.
 */
final class Answers {

  static final String KEY_IS_OLD = "6";
  private static final String WHATSAPP_REFUSED = "7";

  private Answers() {}

  /** The endpoint that answered. */
  enum Family {
    INTERACTIVE,
    TEMPLATE
  }

  /**
   * Sorts an answer to a send.
   *
   * @param pause how long to wait after a 429 that carries no timestamp
   */
  static SendResult sort(Family family, Answer answer, Instant now, Duration pause) {
    if (answer.isSuccess()) {
      return accepted(answer);
    }
    return switch (answer.status()) {
      case 400 -> refused(family, answer);
      case 401, 403 -> stopped(answer);
      // a wrong address or a moved API refuses everything: no message is to blame
      case 301, 302, 307, 308 -> stopped(answer);
      case 404 -> family == Family.INTERACTIVE ? stopped(answer) : refused(answer);
      case 408, 503 -> new SendResult.TryLater(answer.error());
      case 429 ->
          new SendResult.SlowDown(
              new RetryTime(now).find(answer.header(), answer.body()).orElse(now.plus(pause)),
              answer.error());
      default -> answer.status() >= 500 ? new SendResult.Unclear(answer.error()) : refused(answer);
    };
  }

  private static SendResult accepted(Answer answer) {
    var messageId = answer.text("message_id");
    var channelMessageId = answer.text("channel_message_id");
    return messageId.isEmpty() && channelMessageId.isEmpty()
        ? new SendResult.Unclear("HTTP %d without any message id".formatted(answer.status()))
        : new SendResult.Accepted(messageId, channelMessageId);
  }

  private static SendResult refused(Family family, Answer answer) {
    var code = answer.text("error_code").orElse("");
    if (code.equals(KEY_IS_OLD)) {
      return new SendResult.Stopped(code, answer.error());
    }
    // a template needs no open window: WhatsApp refused it for another reason
    return code.equals(WHATSAPP_REFUSED) && family == Family.INTERACTIVE
        ? new SendResult.WindowClosed(answer.error())
        : refused(answer);
  }

  private static SendResult refused(Answer answer) {
    var code = answer.text("error_code").orElse(String.valueOf(answer.status()));
    return new SendResult.Refused(code, answer.error());
  }

  private static SendResult stopped(Answer answer) {
    return new SendResult.Stopped(String.valueOf(answer.status()), answer.error());
  }
}
