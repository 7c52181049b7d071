package dev.tapflow.channel;

import java.time.Instant;
import java.util.Optional;

/**
 * How a send ended, sorted by what the outbox should do next: its switch over this is the policy.
 */
public sealed interface SendResult {

  /**
   * Taken.
   *
   * @param messageId the vendor's own id, for its status endpoint
   * @param channelMessageId WhatsApp's id ({@code wamid}), which taps and statuses point at
   */
  record Accepted(Optional<String> messageId, Optional<String> channelMessageId)
      implements SendResult {}

  /** The same message will never work; somebody has to look. */
  record Refused(String code, String why) implements SendResult {}

  /** WhatsApp takes only templates from us for this customer now, whatever our clock says. */
  record WindowClosed(String why) implements SendResult {}

  /** The key must not send before then. */
  record SlowDown(Instant until, String why) implements SendResult {}

  /** It surely never left; the same message may work later. */
  record TryLater(String why) implements SendResult {}

  /** It may have been sent: look it up before doing anything else. */
  record Unclear(String why) implements SendResult {}

  /** The key or account may not send at all: everything of this channel waits, nothing is lost. */
  record Stopped(String code, String why) implements SendResult {}
}
