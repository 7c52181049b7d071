package dev.tapflow.outbox;

import dev.tapflow.database.DatabaseException;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.outbox.call.ServiceCalls;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Calls in the hands of this replica, each on a virtual thread. A turn's commit is a nudge: what is
 * due is taken from the table, as many as can begin, so that replicas share the work.
 */
@Singleton
final class HttpCallDispatch {

  private static final Logger LOG = Logger.getLogger(HttpCallDispatch.class);
  private static final int MOST_LOST = 200;

  /** How often the taker looks up when nobody nudges it, to see whether it is to stop. */
  private static final long LOOK_UP_MILLIS = 100;

  private final HttpCallStatements statements;
  private final HttpCallRunner runner;
  private final ServiceCalls calls;
  private final OwedEvents owed;
  private final HttpCallMetrics metrics;
  private final Replica replica;
  private final BusinessClock businessClock;
  private final Duration renewEvery;
  private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
  private final Set<PendingCall> held = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean mayBeMore;
  private Instant nextRenewal = Instant.EPOCH;

  HttpCallDispatch(
      HttpCallStatements statements,
      HttpCallRunner runner,
      ServiceCalls calls,
      OwedEvents owed,
      HttpCallMetrics metrics,
      Replica replica,
      BusinessClock businessClock,
      OutboxSettings settings) {
    this.statements = statements;
    this.runner = runner;
    this.calls = calls;
    this.owed = owed;
    this.metrics = metrics;
    this.replica = replica;
    this.businessClock = businessClock;
    this.renewEvery = settings.lease().dividedBy(3);
  }

  void start() {
    Thread.ofVirtual().name("http-call-taker").start(this::takeUntilStopped);
  }

  /** There may be something to take. */
  void nudge() {
    nudges.offer(true);
  }

  /** Keeps leases alive, takes over from replicas that are gone, and looks for what is due. */
  void lookAfter() {
    if (!Instant.now().isBefore(nextRenewal)) {
      statements.renew(List.copyOf(held));
      nextRenewal = Instant.now().plus(renewEvery);
    }
    var unclear = HttpCallRunner.gone();
    for (var contact : statements.takeLost(MOST_LOST, unclear, businessClock.now())) {
      metrics.ended(unclear);
      owed.tell(contact);
    }
    nudge();
  }

  private void takeUntilStopped() {
    try {
      while (!isStopped()) {
        if (nudges.poll(LOOK_UP_MILLIS, TimeUnit.MILLISECONDS) != null) {
          take();
        }
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }

  private void take() {
    var room = calls.free();
    var full = calls.full();
    mayBeMore = true;
    if (room == 0) {
      return;
    }
    try {
      var taken = statements.takeDue(full, room, replica.nextLease());
      mayBeMore = taken.size() == room || !full.isEmpty();
      taken.forEach(this::run);
    } catch (DatabaseException failure) {
      LOG.debugf("Calls cannot be taken, again soon: %s", failure);
    }
  }

  private void run(PendingCall call) {
    held.add(call);
    Thread.ofVirtual().name("http-call-" + call.id()).start(() -> runToItsEnd(call));
  }

  private void runToItsEnd(PendingCall call) {
    try {
      runner.run(call, this::pause);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      // its lease runs out, and whoever finds it then goes on as after a crash
      LOG.warnf("A call for %s is left to its lease: %s", call.contact(), e.getClass().getName());
    } finally {
      held.remove(call);
      if (mayBeMore) {
        nudge();
      }
    }
  }

  private boolean pause(Duration time) throws InterruptedException {
    return !stopped.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** Begins nothing more, and gives back what has not begun. */
  void stop() {
    stopped.countDown();
    calls.close();
  }

  /** Waits for calls under way. */
  void awaitEnd(Instant end) {
    try {
      while (!held.isEmpty() && Instant.now().isBefore(end)) {
        TimeUnit.MILLISECONDS.sleep(LOOK_UP_MILLIS);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
  }
}
