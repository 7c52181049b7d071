package dev.tapflow.outbox;

import java.time.Instant;
import java.util.Optional;

/**
 * What a channel tells of a message it accepted (source: WhatsApp "Status messages webhook
 * reference").
 *
 * @param channelMessageId WhatsApp's id
 * @param error the code and text of a failure
 */
public record DeliveryStatus(
    String channelMessageId, Rank rank, Instant at, Optional<String> error) {

  /** A status never goes back; a failure stands unless a later delivery disproves it. */
  public enum Rank {
    SENT,
    DELIVERED,
    READ,
    FAILED
  }
}
