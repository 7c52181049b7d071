package dev.tapflow.outbox.rate;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A way to the outside: the buckets that each call on it has to pass, and whether its channel and
 * key may call at all. Guarded by the turnstile's lock.
 */
public final class Lane {

  private final String channel;
  private final String keyHash;
  private final List<Purse> purses;
  private boolean stopped;
  private long changedAt = Purse.NONE;
  private long pausedUntil = Purse.NONE;

  Lane(String channel, String keyHash, List<Purse> purses) {
    this.channel = channel;
    this.keyHash = keyHash;
    this.purses = List.copyOf(purses);
  }

  boolean isOf(String name) {
    return channel.equals(name);
  }

  boolean hasKey(String hash) {
    return keyHash.equals(hash);
  }

  void await(int more) {
    purses.forEach(purse -> purse.await(more));
  }

  /** Takes one token of each bucket, or none of any: the time from which they may be used. */
  long take(long now) {
    var at = now;
    for (int i = 0; i < purses.size(); i++) {
      var one = purses.get(i).take(now);
      if (one == Purse.NONE) {
        purses.subList(0, i).forEach(Purse::putBack);
        return Purse.NONE;
      }
      at = one - at > 0 ? one : at;
    }
    return at;
  }

  /** When drawing makes sense again: what is dry holds up the rest. */
  long drawAt(long now) {
    return latest(now, purse -> purse.drawAt(now));
  }

  /** When there may be a token of each. */
  long nextToken(long now) {
    return latest(now, purse -> purse.nextToken(now));
  }

  /** When all that wait have had their turn. */
  long endOfLine(long now) {
    return latest(now, purse -> purse.endOfLine(now));
  }

  /** When to come back. */
  long sendAway(long now) {
    return latest(now, purse -> purse.sendAway(now));
  }

  private long latest(long now, ToLongFunction<Purse> time) {
    var at = now;
    for (var purse : purses) {
      var one = time.applyAsLong(purse);
      at = one - at > 0 ? one : at;
    }
    return at;
  }

  boolean isStopped() {
    return stopped;
  }

  /** How long its key is paused for; null when it is not. */
  @Nullable Duration pause(long now) {
    return pausedUntil != Purse.NONE && pausedUntil - now > 0
        ? Duration.ofNanos(pausedUntil - now)
        : null;
  }

  /** A pause is never shortened: the longer of two 429s counts, on all replicas. */
  void pauseUntil(long at) {
    pausedUntil = pausedUntil == Purse.NONE || at - pausedUntil > 0 ? at : pausedUntil;
  }

  void stop(boolean isStopped, long now) {
    stopped = isStopped;
    changedAt = now;
  }

  /** What the database says, unless something was learnt here since it was asked. */
  void learn(Drawn drawn, long begun, long ended) {
    var pause = drawn.pauses().get(keyHash);
    if (pause != null) {
      pauseUntil(ended + pause.toNanos());
    }
    if (changedAt == Purse.NONE || begun - changedAt > 0) {
      stopped = drawn.stops().contains(new Drawn.Stop(channel, keyHash));
    }
  }
}
