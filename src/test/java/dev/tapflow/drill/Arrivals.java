package dev.tapflow.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/** What arrives on the phones, read off the vendor's record. */
final class Arrivals implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(30);

  private final OtherSide otherSide;
  private final List<Accepted> all = new ArrayList<>();
  private final Map<String, BlockingQueue<Accepted>> byPhone = new ConcurrentHashMap<>();
  private final Thread reader = Thread.ofVirtual().unstarted(this::read);
  private volatile boolean closed;

  Arrivals(OtherSide otherSide) {
    this.otherSide = otherSide;
  }

  void start() {
    reader.start();
  }

  BlockingQueue<Accepted> on(String phone) {
    return byPhone.computeIfAbsent(phone, unused -> new LinkedBlockingQueue<>());
  }

  /** Everything, in the vendor's order, up to now. */
  synchronized List<Accepted> all() {
    fetch();
    return List.copyOf(all);
  }

  private void read() {
    while (!closed) {
      fetch();
      LockSupport.parkNanos(LOOK_EVERY.toNanos());
    }
  }

  private synchronized void fetch() {
    if (!closed) {
      var fresh = otherSide.acceptedAfter(all.isEmpty() ? 0 : all.getLast().id());
      all.addAll(fresh);
      fresh.forEach(accepted -> on(accepted.message().phone()).add(accepted));
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
