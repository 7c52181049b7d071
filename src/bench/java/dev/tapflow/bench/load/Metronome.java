package dev.tapflow.bench.load;

import java.util.concurrent.locks.LockSupport;

/**
 * Wakes the loop when a steady tap is due, to within the tenth of a millisecond; a selector's own
 * timeout knows whole milliseconds only, which would be counted as the bot's.
 */
final class Metronome implements AutoCloseable {

  private static final long SHORTEST_NANOS = 250_000;

  private final EventLoop loop;
  private final long every;
  private final Thread thread;
  private volatile boolean closed;

  Metronome(EventLoop loop, int perSecond) {
    this.loop = loop;
    this.every = Math.max(SHORTEST_NANOS, 1_000_000_000 / perSecond);
    this.thread = Thread.ofPlatform().name("metronome").daemon().start(this::run);
  }

  private void run() {
    var next = System.nanoTime();
    while (!closed) {
      next += every;
      LockSupport.parkNanos(next - System.nanoTime());
      loop.wake();
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
  }
}
