package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes of payload that were taken in and are not answered yet: what a slow database may cost
 * of memory. A delivery counts whole until it is answered.
 */
final class Backlog {

  private final long most;
  private final AtomicLong bytes = new AtomicLong();

  /**
   * Empty.
   *
   * @param most bytes
   */
  Backlog(long most) {
    this.most = most;
  }

  static long sizeOf(List<Inbound> events) {
    return events.stream().mapToLong(event -> event.raw().length).sum();
  }

  /** False when it is too much. A delivery that is too large by itself is taken when none waits. */
  boolean take(long size) {
    var before = bytes.getAndAdd(size);
    if (before > 0 && before + size > most) {
      bytes.addAndGet(-size);
      return false;
    }
    return true;
  }

  void giveBack(long size) {
    bytes.addAndGet(-size);
  }

  long bytes() {
    return bytes.get();
  }
}
