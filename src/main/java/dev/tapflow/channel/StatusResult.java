package dev.tapflow.channel;

import java.time.Instant;
import java.util.Optional;

/** What the vendor says of one message that it accepted. */
public sealed interface StatusResult {

  /**
   * How far it has come.
   *
   * @param status the vendor's word in lower case; {@code sent}, {@code delivered}, {@code read}
   *     and {@code failed} are documented, and more may come
   * @param at when it came there, where that is told
   * @param channelMessageId WhatsApp's id, where it is told
   * @param why of a failure
   */
  record Told(
      String status, Optional<Instant> at, Optional<String> channelMessageId, Optional<String> why)
      implements StatusResult {}

  /** The vendor knows no such message: asking again is in vain. */
  record NotKnown() implements StatusResult {}

  /** The key must not call before then. */
  record SlowDown(Instant until) implements StatusResult {}

  /** No answer this time. */
  record Failed(String why) implements StatusResult {}
}
