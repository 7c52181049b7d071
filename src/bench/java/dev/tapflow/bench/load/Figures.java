package dev.tapflow.bench.load;

/**
 * What was measured of a stretch of traffic. Times are in milliseconds: of replies, from the first
 * byte of the tap's webhook (or when it should have left) to the reply's arrival at the stub; of
 * answers, to the webhook's 200.
 *
 * @param handled exchanges that ended: the webhook was answered 200 and the reply accepted
 */
public record Figures(
    long handled,
    double seconds,
    double replyMedian,
    double reply99,
    double reply999,
    double answerMedian,
    double answer99) {

  /** Messages handled in a second. */
  public double perSecond() {
    return handled / seconds;
  }
}
