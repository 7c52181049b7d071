package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import java.util.List;

/**
 * Keeps what came in and is not to be handled, so that nothing a sender was answered 200 for is
 * gone. Each call is one transaction of its own; it blocks until that is committed.
 */
public interface EventRecord {

  /**
   * Keeps a customer's messages that came from another source than the channel's one.
   *
   * @param source the source, such as {@code replies}; it is written before each id, so that what
   *     is kept here never stands in the way of the same message from the channel's own source
   */
  Acceptance keep(String source, List<Inbound> events);

  /** Keeps what belongs to no contact. Not recognised when it comes again. */
  Acceptance keepUnrouted(List<Unrouted> events);

  /**
   * What came for nobody we know.
   *
   * @param source who sent it, such as {@code meta/main}
   * @param reason why it has no contact, such as {@code unknown number}
   */
  record Unrouted(String source, String reason, byte[] payload) {

    /** Masked: payloads name people. */
    @Override
    public String toString() {
      return "Unrouted[%s, %s, %d bytes]".formatted(source, reason, payload.length);
    }
  }
}
