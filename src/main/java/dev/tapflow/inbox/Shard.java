package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;

/**
 * A queue of events and the one thread that empties it. A batch is what arrived while the last one
 * was committed: nobody waits for it to fill, and a lone event goes at once. A contact's events
 * always meet in the same shard, so they keep their order.
 */
final class Shard {

  /** Events in one batch at most; larger ones win nothing and hold their locks longer. */
  static final int MOST = 64;

  private sealed interface Item {}

  private record Parcel(Inbound event, Delivery delivery) implements Item {}

  private record End() implements Item {}

  private final BlockingQueue<Item> queue = new LinkedBlockingQueue<>();
  private final int capacity;
  private final Function<List<Inbound>, Acceptance> handler;
  private final Thread writer;

  Shard(String name, int capacity, Function<List<Inbound>, Acceptance> handler) {
    this.capacity = capacity;
    this.handler = handler;
    this.writer = Thread.ofPlatform().name(name).daemon().unstarted(this::write);
  }

  void start() {
    writer.start();
  }

  /** Only the gatherer puts, one call at a time: what fits now still fits when it puts. */
  boolean fits(int events) {
    return queue.size() + events <= capacity;
  }

  void put(Inbound event, Delivery delivery) {
    queue.add(new Parcel(event, delivery));
  }

  int waiting() {
    return queue.size();
  }

  /** Lets the writer go once it has handled what is waiting; nothing may be put afterwards. */
  void close() {
    queue.add(new End());
  }

  void awaitEnd(Duration atMost) throws InterruptedException {
    writer.join(atMost);
  }

  private void write() {
    var open = true;
    while (open) {
      var items = takeWhatArrived();
      var parcels =
          items.stream().filter(Parcel.class::isInstance).map(Parcel.class::cast).toList();
      if (!parcels.isEmpty()) {
        settle(parcels);
      }
      open = parcels.size() == items.size();
    }
  }

  private List<Item> takeWhatArrived() {
    var items = new ArrayList<Item>(MOST);
    while (items.isEmpty()) {
      try {
        items.add(queue.take());
      } catch (InterruptedException _) {
        // only close() ends this thread: an event that was taken in must be answered
      }
    }
    queue.drainTo(items, MOST - 1);
    return items;
  }

  private void settle(List<Parcel> parcels) {
    var answer = handler.apply(parcels.stream().map(Parcel::event).toList());
    parcels.forEach(parcel -> parcel.delivery().settle(answer));
  }
}
