package dev.tapflow.outbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.ClaimStatements.Lease;
import java.time.Instant;
import java.util.Optional;

/**
 * The right to send to a contact, what the gate must know of it, and the head of its queue.
 *
 * @param lease the name of this taking; every later statement checks it
 * @param windowClosesAt business time; empty where the channel has called that window closed
 * @param silentSince free messages up to this sequence are superseded
 * @param bucketFullAt of the pair rate, machine time
 */
record Claim(
    ContactKey contact,
    String lease,
    Optional<PhoneNumber> address,
    Optional<Instant> windowClosesAt,
    boolean optedOut,
    long silentSince,
    Optional<Instant> bucketFullAt,
    Head head) {

  /** The right alone. */
  Lease asLease() {
    return new Lease(contact, lease);
  }

  /**
   * The first message of the queue.
   *
   * @param putAt business time
   */
  record Head(
      long sequence,
      Purpose purpose,
      long token,
      Outbound message,
      MessageState state,
      int attempts,
      Instant putAt) {}
}
