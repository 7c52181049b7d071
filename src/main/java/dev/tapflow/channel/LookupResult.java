package dev.tapflow.channel;

import dev.tapflow.message.PhoneNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The newest messages a key has sent, or why they could not be told. */
public sealed interface LookupResult {

  /**
   * Newest first; the vendor lists at most 100, so "not there" counts only as far as it reaches.
   */
  record Listed(List<SentMessage> messages) implements LookupResult {
    public Listed {
      messages = List.copyOf(messages);
    }
  }

  /** The key must not call before then. */
  record SlowDown(Instant until) implements LookupResult {}

  /** No answer this time. */
  record Failed(String why) implements LookupResult {}

  /** One message of the list. */
  record SentMessage(
      String messageId, Optional<PhoneNumber> phone, Optional<Instant> sentAt, String status) {}
}
