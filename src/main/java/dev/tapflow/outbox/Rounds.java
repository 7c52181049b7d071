package dev.tapflow.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Does the same chores again and again on a thread of its own; one that fails is done next time.
 */
final class Rounds {

  private static final Logger LOG = Logger.getLogger(Rounds.class);

  private final Duration pause;
  private final List<Chore> chores;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;

  Rounds(String name, Duration pause, List<Chore> chores) {
    this.pause = pause;
    this.chores = List.copyOf(chores);
    this.thread = Thread.ofVirtual().name(name).unstarted(this::goRound);
  }

  /** Something to look after; the name is for the log. */
  record Chore(String name, Runnable work) {}

  void start() {
    thread.start();
  }

  /** Ends after the chore under way. An interrupt would cut its connection to the database. */
  void stop() {
    stopped.countDown();
  }

  void awaitEnd(Instant end) throws InterruptedException {
    if (thread.isAlive()) {
      thread.join(Duration.between(Instant.now(), end));
    }
  }

  private void goRound() {
    try {
      while (!stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        chores.forEach(this::attempt);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void attempt(Chore chore) {
    if (stopped.getCount() == 0) {
      return;
    }
    try {
      chore.work().run();
      if (failing.remove(chore.name())) {
        LOG.infof("The outbox looks after %s again", chore.name());
      }
    } catch (RuntimeException e) {
      // once an outage, not once a second
      if (failing.add(chore.name())) {
        LOG.warnf("The outbox could not look after %s, again soon: %s", chore.name(), e);
      }
    }
  }
}
