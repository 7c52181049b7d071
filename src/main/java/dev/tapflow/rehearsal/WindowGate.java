package dev.tapflow.rehearsal;

import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What leaves of a turn's messages: outside the customer's 24-hour window only templates do, as in
 * production. The free ones are dropped, and the flow is told once.
 *
 * @param sent what leaves, in order
 * @param dropped what the free ones were for
 */
record WindowGate(List<Outgoing> sent, List<Purpose> dropped) {

  static WindowGate of(List<Outgoing> messages, Optional<Instant> closesAt, Instant now) {
    var open = closesAt.filter(now::isBefore).isPresent();
    var sent = new ArrayList<Outgoing>();
    var dropped = new ArrayList<Purpose>();
    for (var message : messages) {
      if (open || !message.message().isFree()) {
        sent.add(message);
      } else {
        dropped.add(message.purpose());
      }
    }
    return new WindowGate(sent, dropped);
  }
}
