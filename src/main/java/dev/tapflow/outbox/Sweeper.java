package dev.tapflow.outbox;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Looks after what nobody else does, about once a second. It is a nudge only: row locks decide which
 * replica does what, so any number of them may sweep.
 */
@Singleton
final class Sweeper {

  private static final Logger LOG = Logger.getLogger(Sweeper.class);

  private final Takeover takeover;
  private final UnclearSends unclear;
  private final OwedEvents owed;
  private final Housekeeping housekeeping;
  private final Duration every;
  private final Set<String> failing = ConcurrentHashMap.newKeySet();
  private volatile Thread thread = Thread.ofVirtual().unstarted(() -> {});

  Sweeper(
      Takeover takeover,
      UnclearSends unclear,
      OwedEvents owed,
      Housekeeping housekeeping,
      OutboxSettings settings) {
    this.takeover = takeover;
    this.unclear = unclear;
    this.owed = owed;
    this.housekeeping = housekeeping;
    this.every = settings.sweep();
  }

  void start() {
    thread = Thread.ofVirtual().name("outbox-sweeper").start(this::sweepUntilStopped);
  }

  void stop() {
    thread.interrupt();
  }

  private void sweepUntilStopped() {
    while (!Thread.currentThread().isInterrupted()) {
      sweep();
      try {
        TimeUnit.MILLISECONDS.sleep(every.toMillis());
      } catch (InterruptedException stop) {
        return;
      }
    }
  }

  /** One round. What fails is done in the next; the rest goes on. */
  void sweep() {
    quietly("leases", takeover::renew);
    quietly("waiting contacts", takeover::take);
    quietly("unclear sends", unclear::lookUp);
    quietly("owed events", owed::tellLeftOver);
    quietly("housekeeping", housekeeping::keep);
  }

  private void quietly(String what, Runnable chore) {
    try {
      chore.run();
      if (failing.remove(what)) {
        LOG.infof("The outbox looks after %s again", what);
      }
    } catch (RuntimeException e) {
      // once an outage, not once a second
      if (failing.add(what) && !Thread.currentThread().isInterrupted()) {
        LOG.warnf("The outbox could not look after %s, again soon: %s", what, e);
      }
    }
  }
}
