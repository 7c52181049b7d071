package dev.tapflow.bench;

import java.util.Locale;

/** Says what is going on. */
final class Print {

  private Print() {}

  static void line(String text, Object... values) {
    System.out.printf(Locale.ROOT, text + "%n", values);
  }

  /** All that explains a round. */
  static void round(RoundResult result) {
    var figures = result.figures();
    line(
        "handled/s %.0f (%,d in %.1f s)",
        figures.perSecond(), figures.handled(), figures.seconds());
    line(
        "tap to reply leaving: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms; to its 200: p50 %.2f ms,"
            + " p99 %.2f ms",
        figures.replyMedian(),
        figures.reply99(),
        figures.reply999(),
        figures.answerMedian(),
        figures.answer99());
    line("memory of the bot: at most %d MB", result.memory() >> 20);
    processors(result.processors(), figures.handled());
    line("all recorded %d ms after the last tap", result.settled().toMillis());
  }

  private static void processors(Processors used, long messages) {
    line(
        "processor time a message: bot %.0f us, PostgreSQL %.0f us, load and stub %.0f us",
        used.bot().toNanos() / 1e3 / messages,
        used.postgres().toNanos() / 1e3 / messages,
        used.load().toNanos() / 1e3 / messages);
  }
}
