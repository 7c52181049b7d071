package dev.tapflow.webhook;

import dev.tapflow.inbox.EventRecord.Unrouted;
import dev.tapflow.message.Inbound;
import dev.tapflow.outbox.DeliveryStatus;
import java.util.ArrayList;
import java.util.List;

/**
 * What one delivery brought, in our words.
 *
 * @param messages customers' messages, in the order in which they stand
 * @param statuses what became of messages of ours
 * @param unrouted what belongs to nobody we know
 */
record Incoming(List<Inbound> messages, List<DeliveryStatus> statuses, List<Unrouted> unrouted) {

  Incoming {
    messages = List.copyOf(messages);
    statuses = List.copyOf(statuses);
    unrouted = List.copyOf(unrouted);
  }

  static Incoming of(List<Inbound> messages) {
    return new Incoming(messages, List.of(), List.of());
  }

  /** Collects while a delivery is read. */
  static final class Collector {

    private final List<Inbound> messages = new ArrayList<>();
    private final List<DeliveryStatus> statuses = new ArrayList<>();
    private final List<Unrouted> unrouted = new ArrayList<>();

    void add(Inbound message) {
      messages.add(message);
    }

    void add(DeliveryStatus status) {
      statuses.add(status);
    }

    void add(Unrouted stray) {
      unrouted.add(stray);
    }

    Incoming all() {
      return new Incoming(messages, statuses, unrouted);
    }
  }
}
