package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpAnswer.Reason;
import java.util.Optional;

/** How a request ended. */
sealed interface Ending {

  /** The service answered. */
  record Answer(
      int status,
      String contentType,
      Optional<String> location,
      Optional<String> retryAfter,
      byte[] body)
      implements Ending {

    /** Masked. */
    @Override
    public String toString() {
      return "Answer[%d, %d bytes]".formatted(status, body.length);
    }
  }

  /**
   * It did not.
   *
   * @param hasLeft false where the service cannot have heard of it
   */
  record NoAnswer(Reason reason, String why, boolean hasLeft) implements Ending {}
}
