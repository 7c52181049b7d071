package dev.tapflow.sandbox;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Letters that must arrive in order: the first is posted until it is taken, then the next. */
final class WebhookLane {

  /** The first repetition comes at once, the later ones ever more rarely, as Meta's do. */
  private static final long FIRST_PAUSE_MILLIS = 50;

  private static final long LONGEST_PAUSE_MILLIS = 5_000;

  /** A body to post, not before a {@link System#nanoTime()}; {@code taken} runs when it is. */
  record Letter(byte[] body, long notBefore, Runnable taken) {}

  /** Posts once; true when it was answered 200. */
  interface Postman {
    boolean deliver(byte[] body) throws InterruptedException;
  }

  private final Postman postman;
  private final Executor threads;
  private final Deque<Letter> letters = new ArrayDeque<>();
  private boolean closed;

  WebhookLane(Postman postman, Executor threads) {
    this.postman = postman;
    this.threads = threads;
  }

  synchronized void add(Letter letter) {
    letters.add(letter);
    if (letters.size() == 1) {
      threads.execute(this::drain);
    }
  }

  /** What waits is forgotten, and what is under way is not repeated. */
  synchronized void close() {
    closed = true;
    letters.clear();
  }

  private void drain() {
    try {
      for (var letter = first(); letter != null; letter = next()) {
        pause(TimeUnit.NANOSECONDS.toMillis(letter.notBefore() - System.nanoTime()));
        deliver(letter);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void deliver(Letter letter) throws InterruptedException {
    long pause = FIRST_PAUSE_MILLIS;
    while (!postman.deliver(letter.body())) {
      if (isClosed()) {
        return;
      }
      pause(pause);
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
    letter.taken().run();
  }

  private static void pause(long millis) throws InterruptedException {
    if (millis > 0) {
      Thread.sleep(millis);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized @Nullable Letter first() {
    return letters.peek();
  }

  private synchronized @Nullable Letter next() {
    letters.poll();
    return letters.peek();
  }
}
