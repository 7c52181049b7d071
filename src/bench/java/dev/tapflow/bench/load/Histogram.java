package dev.tapflow.bench.load;

/** How often each duration was seen, to within 2 %; written and read by one thread. */
final class Histogram {

  private static final int STEPS = 64;
  private static final int STEP_BITS = 6;

  private final long[] counts = new long[STEPS * (64 - STEP_BITS)];
  private long total;

  /** Counts a duration in nanoseconds; a negative one counts as none. */
  void add(long nanos) {
    counts[slot(Math.max(0, nanos))]++;
    total++;
  }

  long total() {
    return total;
  }

  /**
   * The duration that this share of all stays within, in milliseconds; NaN when nothing was seen.
   */
  double millis(double share) {
    var wanted = Math.max(1, (long) Math.ceil(share * total));
    var seen = 0L;
    for (var slot = 0; slot < counts.length; slot++) {
      seen += counts[slot];
      if (seen >= wanted) {
        return upperEnd(slot) / 1e6;
      }
    }
    return Double.NaN;
  }

  /** Exact up to {@link #STEPS}, then so many steps for each doubling. */
  private static int slot(long nanos) {
    if (nanos < STEPS) {
      return (int) nanos;
    }
    var doublings = 63 - Long.numberOfLeadingZeros(nanos) - STEP_BITS;
    return (doublings + 1) * STEPS + (int) ((nanos >>> doublings) - STEPS);
  }

  private static double upperEnd(int slot) {
    if (slot < STEPS) {
      return slot;
    }
    var doublings = slot / STEPS - 1;
    return (double) (STEPS + slot % STEPS + 1) * (1L << doublings);
  }
}
