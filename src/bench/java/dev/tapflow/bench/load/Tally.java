package dev.tapflow.bench.load;

/** What was counted; {@link Traffic} writes it. */
final class Tally {

  /** Since the customers last forgot everything. */
  long answered;

  long accepted;
  long refused;
  long surprises;
  long lastReply;

  /** While measuring. */
  boolean measuring;

  long handled;
  long began;
  Histogram replies = new Histogram();
  Histogram answers = new Histogram();

  void startMeasuring(long now) {
    measuring = true;
    handled = 0;
    began = now;
    replies = new Histogram();
    answers = new Histogram();
  }

  void forget() {
    answered = 0;
    accepted = 0;
    refused = 0;
    surprises = 0;
  }

  Figures stopMeasuring(long now) {
    measuring = false;
    return new Figures(
        handled,
        (now - began) / 1e9,
        replies.millis(0.5),
        replies.millis(0.99),
        replies.millis(0.999),
        answers.millis(0.5),
        answers.millis(0.99));
  }
}
