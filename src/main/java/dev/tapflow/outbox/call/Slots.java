package dev.tapflow.outbox.call;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many calls may be under way, in all and to each service. */
final class Slots {

  private final int most;
  private final int mostPerService;
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, Integer> waiting = new HashMap<>();
  private int used;
  private boolean closed;

  Slots(int most, int mostPerService) {
    this.most = most;
    this.mostPerService = mostPerService;
  }

  /** Waits for a slot; false where no more are given. */
  synchronized boolean take(String service) throws InterruptedException {
    waiting.merge(service, 1, Integer::sum);
    try {
      while (!closed && (used >= most || isFull(service))) {
        wait();
      }
    } finally {
      takeOne(waiting, service);
    }
    if (!closed) {
      used++;
      taken.merge(service, 1, Integer::sum);
    }
    return !closed;
  }

  synchronized void giveBack(String service) {
    used--;
    takeOne(taken, service);
    notifyAll();
  }

  private static void takeOne(Map<String, Integer> counts, String service) {
    counts.computeIfPresent(service, (name, calls) -> calls == 1 ? null : calls - 1);
  }

  /** Lets everybody go who waits, with nothing. */
  synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Slots that nobody waits for; those who wait for a service that is full do not count. */
  synchronized int free() {
    var wanted =
        waiting.entrySet().stream()
            .filter(entry -> !isFull(entry.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return closed ? 0 : Math.max(0, most - used - wanted);
  }

  synchronized int used() {
    return used;
  }

  /** Services to which no more calls can go now. */
  synchronized List<String> full() {
    return taken.keySet().stream().filter(this::isFull).toList();
  }

  private boolean isFull(String service) {
    return taken.getOrDefault(service, 0) >= mostPerService;
  }
}
