package dev.tapflow.outbox;

import dev.tapflow.outbox.DeliveryStatus.Rank;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a message has come. Statuses arrive twice and in any order, so what counts is the rank,
 * not the order.
 */
record Delivery(Rank rank, Instant at) {

  /** The delivery after one more status; the same object where it changes nothing. */
  static Delivery after(Optional<Delivery> before, DeliveryStatus status) {
    var next = new Delivery(status.rank(), status.at());
    return before.map(known -> known.supersededBy(next) ? next : known).orElse(next);
  }

  private boolean supersededBy(Delivery next) {
    return switch (rank) {
      case SENT -> next.rank != Rank.SENT;
      case DELIVERED -> next.rank == Rank.READ;
      case READ -> false;
      // a customer with several devices: one failed, another got it
      case FAILED -> (next.rank == Rank.DELIVERED || next.rank == Rank.READ) && next.at.isAfter(at);
    };
  }
}
