package dev.tapflow.outbox.rate;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/**
 * One bucket's tokens in the memory of this replica. Guarded by the turnstile's lock; times are
 * those of {@link System#nanoTime}.
 */
final class Purse {

  /** No token. */
  static final long NONE = Long.MIN_VALUE;

  /** What came late is still good for those who waited for it. */
  private static final long GRACE = TimeUnit.MILLISECONDS.toNanos(5);

  /** A guess from a shorter time than this says nothing. */
  private static final long SHORTEST_GUESS = TimeUnit.MILLISECONDS.toNanos(5);

  /** So few in a slot are no load, and would lose more than they save. */
  private static final long NO_LOAD = 2;

  private final Allowance allowance;
  private final long each;
  private final Deque<Tokens> tokens = new ArrayDeque<>();
  private int waiting;
  private long usedSinceDraw;
  private long lastDraw = NONE;
  private boolean isShort;
  private long nextToken;
  private long sentAway;

  Purse(Allowance allowance) {
    this.allowance = allowance;
    this.each = nanos(allowance.each());
  }

  /** The tokens of one draw. */
  private static final class Tokens {
    private final long first;
    private final long expires;
    private final int count;
    private int taken;

    Tokens(long first, long expires, int count) {
      this.first = first;
      this.expires = expires;
      this.count = count;
    }
  }

  String bucket() {
    return allowance.bucket();
  }

  void await(int more) {
    waiting += more;
  }

  /** Takes a token: the time from which it may be used, or {@link #NONE}. */
  long take(long now) {
    while (!tokens.isEmpty()) {
      var slice = tokens.getFirst();
      var at = slice.first + (long) (slice.taken * allowance.each() * 1e9);
      if (slice.taken < slice.count && now - Math.max(slice.expires, at + GRACE) <= 0) {
        slice.taken++;
        usedSinceDraw++;
        return at;
      }
      tokens.removeFirst();
    }
    return NONE;
  }

  /** Undoes the take just made. */
  void putBack() {
    tokens.getFirst().taken--;
    usedSinceDraw--;
  }

  private int left(long now) {
    return tokens.stream()
        .filter(slice -> now - slice.expires <= 0)
        .mapToInt(slice -> slice.count - slice.taken)
        .sum();
  }

  /** What to draw now. */
  Wish wish(long now) {
    var left = left(now);
    return new Wish(allowance, Math.max(0, waiting - left), Math.max(0, guess(now) - left));
  }

  /** Twice of what a slot has used of late. */
  private int guess(long now) {
    if (lastDraw == NONE || allowance.hold() <= 0) {
      return 0;
    }
    var time = Math.max(SHORTEST_GUESS, now - lastDraw);
    var perSlot = usedSinceDraw * (double) Turnstile.SLOT_NANOS / time;
    return perSlot <= NO_LOAD ? 0 : (int) Math.min(allowance.perSlot(), 2 * perSlot);
  }

  /**
   * Takes in what was drawn.
   *
   * @param begun when the draw was begun: no token is kept for longer from then
   * @param ended when it was answered: no token is used sooner than it allows from then
   */
  void fill(Wish wish, Drawn.Slice slice, long begun, long ended) {
    var first = ended + nanos(slice.firstIn());
    if (slice.count() > 0) {
      var expires = Math.max(begun + nanos(allowance.hold()), ended + GRACE);
      tokens.addLast(new Tokens(first, expires, slice.count()));
    }
    isShort = slice.count() < wish.waiting();
    nextToken = first + (long) (slice.count() * allowance.each() * 1e9);
    sentAway = isShort ? Math.max(0, sentAway - slice.count()) : 0;
    usedSinceDraw = 0;
    lastDraw = ended;
  }

  /** When drawing makes sense again. */
  long drawAt(long now) {
    return isShort
        ? Math.max(lastDraw + Turnstile.SLOT_NANOS / 2, nextToken - Turnstile.SLOT_NANOS)
        : now;
  }

  /** When there may be a token again: {@code now} while the bucket is not known to be dry. */
  long nextToken(long now) {
    var isDry = isShort && now - lastDraw < Turnstile.SLOT_NANOS;
    return isDry && nextToken - now > 0 ? nextToken : now;
  }

  /** When all that wait have had their turn. */
  long endOfLine(long now) {
    return isShort ? nextToken(now) + waiting * each : now;
  }

  /** When those who were sent away before will have had theirs, too; and one more is. */
  long sendAway(long now) {
    return isShort ? endOfLine(now) + sentAway++ * each : now;
  }

  private static long nanos(double seconds) {
    return (long) (seconds * TimeUnit.SECONDS.toNanos(1));
  }
}
