package dev.tapflow.outbox.rate;

import dev.tapflow.outbox.rate.Permission.Granted;
import dev.tapflow.outbox.rate.Permission.NotBefore;
import dev.tapflow.outbox.rate.Permission.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls through at the rates that all replicas share. While there are tokens in memory, asking
 * costs one uncontended lock. When there are none, the first who asks draws for all that wait, and
 * no lock is held meanwhile. What it knows is at most a slot old.
 */
public final class Turnstile {

  /** For how long tokens are drawn, and what is known of pauses and stops counts. */
  static final long SLOT_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

  /** Whose turn is further off is sent away; so many wait here that no draw is in vain. */
  private static final long LONGEST_LINE = TimeUnit.MILLISECONDS.toNanos(500);

  /** Nobody is sent away for longer: other replicas may leave tokens. */
  private static final long LONGEST_AWAY = TimeUnit.SECONDS.toNanos(5);

  /** Nobody waits in line for longer: other replicas may take all the tokens. */
  private static final long LONGEST_WAIT = TimeUnit.SECONDS.toNanos(2);

  /** What a slow database says is good at least for those who waited for it. */
  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(5);

  /** Nothing is asked of a database that is away sooner than this. */
  private static final long AWAY_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final Logger LOG = Logger.getLogger(Turnstile.class);

  private final Draw draw;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Map<String, Purse> purses = new HashMap<>();
  private final List<Lane> lanes = new ArrayList<>();
  private boolean drawing;
  private boolean away;
  private long knownUntil = System.nanoTime() - 1;
  private long awayUntil = knownUntil;

  public Turnstile(Draw draw) {
    this.draw = draw;
  }

  /** A lane through some buckets; lanes that name the same bucket share it. */
  public Lane lane(String channel, String keyHash, List<Allowance> allowances) {
    lock.lock();
    try {
      var ofLane =
          allowances.stream()
              .map(it -> purses.computeIfAbsent(it.bucket(), name -> new Purse(it)))
              .toList();
      var lane = new Lane(channel, keyHash, ofLane);
      lanes.add(lane);
      return lane;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Asks for one call. It waits for a turn that comes within a slot.
   *
   * @param evenStopped a trial, which finds out whether a stopped channel works again
   */
  public Permission ask(Lane lane, boolean evenStopped) {
    lock.lock();
    try {
      var quick = decide(lane, evenStopped, System.nanoTime());
      if (quick != null && quick.usableAt() - System.nanoTime() <= 0) {
        return quick.permission();
      }
      return quick != null ? later(lane, evenStopped, quick) : await(lane, evenStopped);
    } finally {
      lock.unlock();
    }
  }

  /** A decision, and when a grant may be used. */
  private record Decision(Permission permission, long usableAt) {}

  private Permission await(Lane lane, boolean evenStopped) {
    var now = System.nanoTime();
    if (lane.endOfLine(now) - now > LONGEST_LINE) {
      return sentAway(lane, now);
    }
    lane.await(1);
    try {
      return later(lane, evenStopped, decisionBefore(now + LONGEST_WAIT, lane, evenStopped));
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      return notBefore(SLOT_NANOS, "this thread is to stop");
    }
  }

  private Decision decisionBefore(long end, Lane lane, boolean evenStopped)
      throws InterruptedException {
    try {
      var decision = decide(lane, evenStopped, System.nanoTime());
      while (decision == null && isNear(lane, end)) {
        var wait = untilDraw(lane);
        if (wait > 0) {
          var _ = changed.awaitNanos(wait);
        } else {
          drawForAll();
        }
        decision = decide(lane, evenStopped, System.nanoTime());
      }
      var now = System.nanoTime();
      return decision == null ? new Decision(sentAway(lane, now), now) : decision;
    } finally {
      lane.await(-1);
    }
  }

  private static boolean isNear(Lane lane, long end) {
    var now = System.nanoTime();
    return end - now > 0 && lane.nextToken(now) - now <= LONGEST_LINE;
  }

  /** Null: it takes a draw. */
  private @Nullable Decision decide(Lane lane, boolean evenStopped, long now) {
    if (awayUntil - now > 0) {
      return new Decision(notBefore(awayUntil - now, "the database is away"), now);
    }
    if (knownUntil - now <= 0) {
      return null;
    }
    var held = held(lane, evenStopped, now);
    if (held != null) {
      return new Decision(held, now);
    }
    var at = lane.take(now);
    return at == Purse.NONE ? null : new Decision(new Granted(), at);
  }

  private static @Nullable Permission held(Lane lane, boolean evenStopped, long now) {
    if (lane.isStopped() && !evenStopped) {
      return new Stopped();
    }
    var pause = lane.pause(now);
    return pause == null ? null : notBefore(pause.toNanos(), "the key is paused");
  }

  private static Permission sentAway(Lane lane, long now) {
    var wait = Math.min(LONGEST_AWAY, lane.sendAway(now) - now);
    return notBefore(Math.max(SLOT_NANOS, wait - LONGEST_LINE / 2), "the rate is used up");
  }

  private static Permission notBefore(long nanos, String why) {
    return new NotBefore(Instant.now().plusNanos(nanos), why);
  }

  /** Waits for the time of a token without the lock; the world may have changed meanwhile. */
  private Permission later(Lane lane, boolean evenStopped, Decision decision) {
    if (decision.usableAt() - System.nanoTime() <= 0) {
      return decision.permission();
    }
    lock.unlock();
    try {
      parkUntil(decision.usableAt());
    } finally {
      lock.lock();
    }
    var held = held(lane, evenStopped, System.nanoTime());
    return Objects.requireNonNullElse(held, decision.permission());
  }

  private static void parkUntil(long time) {
    var left = time - System.nanoTime();
    while (left > 0) {
      LockSupport.parkNanos(left);
      left = Thread.currentThread().isInterrupted() ? 0 : time - System.nanoTime();
    }
  }

  /** How long to wait before drawing; what another thread is drawing wakes up all that wait. */
  private long untilDraw(Lane lane) {
    var now = System.nanoTime();
    if (drawing) {
      return SLOT_NANOS;
    }
    return knownUntil - now <= 0 ? 0 : lane.drawAt(now) - now;
  }

  private void drawForAll() {
    drawing = true;
    var begun = System.nanoTime();
    var wishes =
        purses.values().stream()
            .map(purse -> purse.wish(begun))
            .filter(wish -> wish.waiting() > 0 || wish.spare() > 0)
            .toList();
    Drawn drawn = null;
    lock.unlock();
    try {
      drawn = draw.draw(wishes);
    } catch (RuntimeException failure) {
      complain(failure);
    } finally {
      lock.lock();
      drawing = false;
      learn(drawn, wishes, begun);
      changed.signalAll();
    }
  }

  private void complain(RuntimeException failure) {
    if (!away) {
      LOG.warnf("Nothing is sent until the database answers: %s", failure.getMessage());
    }
  }

  private void learn(@Nullable Drawn drawn, List<Wish> wishes, long begun) {
    var ended = System.nanoTime();
    away = drawn == null;
    if (drawn == null) {
      awayUntil = ended + AWAY_NANOS;
      return;
    }
    knownUntil = Math.max(begun + SLOT_NANOS, ended + GRACE);
    lanes.forEach(lane -> lane.learn(drawn, begun, ended));
    var slices = new HashMap<String, Drawn.Slice>();
    drawn.slices().forEach(slice -> slices.put(slice.bucket(), slice));
    for (var wish : wishes) {
      var slice = slices.get(wish.allowance().bucket());
      if (slice != null) {
        Objects.requireNonNull(purses.get(wish.allowance().bucket()))
            .fill(wish, slice, begun, ended);
      }
    }
  }

  /** This replica has learnt that a key must not call for a while. */
  public void paused(String keyHash, Duration time) {
    var until = System.nanoTime() + time.toNanos();
    change(
        () -> lanes.stream().filter(it -> it.hasKey(keyHash)).forEach(it -> it.pauseUntil(until)));
  }

  /** This replica has learnt that a channel is stopped, or goes on. */
  public void stopped(String channel, boolean isStopped) {
    var now = System.nanoTime();
    change(
        () -> lanes.stream().filter(it -> it.isOf(channel)).forEach(it -> it.stop(isStopped, now)));
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }
}
