package dev.tapflow.outbox.rate;

import dev.tapflow.channel.Rate;
import java.util.concurrent.TimeUnit;

/**
 * A bucket and what it allows; times in seconds.
 *
 * <p>A token may be kept for {@code hold} after it was drawn, so tokens of that time may meet those
 * which have come back since. Therefore the bucket is shallower than the burst by just that time:
 * however late within the slot the tokens are used, no stretch of time sees more than the burst and
 * what the rate brings. A burst too small for that is not kept: its tokens are drawn for those who
 * wait only.
 *
 * @param bucket the row's name
 * @param each the time in which one token comes back
 * @param depth how far ahead of now the bucket may be drawn; at least {@code each}
 * @param hold how long a token may be kept
 */
public record Allowance(String bucket, double each, double depth, double hold) {

  /** The time for which tokens are drawn. */
  static final double SLOT = Turnstile.SLOT_NANOS / (double) TimeUnit.SECONDS.toNanos(1);

  /** The allowance of a rate. */
  public static Allowance of(String bucket, Rate rate) {
    var each = rate.nanosEach() / TimeUnit.SECONDS.toNanos(1);
    var burst = each * rate.burst();
    var hold = Math.clamp(burst - each, 0, SLOT);
    return new Allowance(bucket, each, burst - hold, hold);
  }

  /** Tokens that come back in a slot. */
  int perSlot() {
    return (int) Math.min(Integer.MAX_VALUE, SLOT / each);
  }
}
