package dev.tapflow.inbox;

import dev.tapflow.database.Gathering;
import dev.tapflow.message.Inbound;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

/**
 * A bounded line of events. A contact's events always meet in the same shard, so they keep their
 * order; two shards commit beside each other.
 */
final class Shard {

  /** Events in one batch at most; larger ones win nothing and hold their locks longer. */
  static final int MOST = 64;

  private final int capacity;
  private final Gathering<Inbound, Acceptance> batches;

  Shard(String name, int capacity, Function<List<Inbound>, Acceptance> handler) {
    this.capacity = capacity;
    this.batches =
        new Gathering<>(
            name, MOST, batch -> Collections.nCopies(batch.size(), handler.apply(batch)));
  }

  void start() {
    batches.start();
  }

  /** Only the gatherer puts, one call at a time: what fits now still fits when it puts. */
  boolean fits(int events) {
    return batches.size() + events <= capacity;
  }

  void put(Inbound event, Delivery delivery) {
    var _ = batches.add(event).thenAccept(delivery::settle);
  }

  int waiting() {
    return batches.size();
  }

  /** Lets the writer go once it has handled what is waiting; nothing may be put afterwards. */
  void close() {
    batches.close();
  }

  void awaitEnd(Duration atMost) throws InterruptedException {
    batches.awaitEnd(atMost);
  }
}
