package dev.tapflow.bench;

import dev.tapflow.bench.load.Figures;
import dev.tapflow.bench.load.Pace;
import java.time.Duration;

/**
 * PostgreSQL's own load generator before and after the bot, so that both meet the same moods of the
 * machine; the best of each counts. One bot serves all rounds, as it would in production: warmed up
 * once, it shows its times at lower rates, too.
 */
final class Throughput {

  private static final double GOAL = 1.25;
  private static final long MOST_MEMORY_MB = 400;
  private static final Duration WARM_UP_OF_A_WARM_BOT = Duration.ofSeconds(5);

  private final Workbench workbench;
  private final Report report;
  private double pgbench;
  private double handled;
  private long memory;

  Throughput(Workbench workbench, Report report) {
    this.workbench = workbench;
    this.report = report;
  }

  double pgbench() {
    return pgbench;
  }

  double handled() {
    return handled;
  }

  double ratio() {
    return handled / pgbench;
  }

  void measure() throws Exception {
    var rounds = workbench.options().number("rounds");
    for (var round = 1; round < rounds; round++) {
      comparePgbench();
    }
    try (var stand = workbench.open()) {
      full(stand, workbench.seconds("warm-up"));
      for (var round = 1; round < rounds; round++) {
        full(stand, WARM_UP_OF_A_WARM_BOT);
      }
      half(stand);
      steady(stand);
      report.mismatches(stand.mismatches());
    }
    comparePgbench();
    report();
  }

  private void comparePgbench() throws Exception {
    var rate = workbench.pgbench();
    Print.line("pgbench: %.0f transactions/s", rate);
    pgbench = Math.max(pgbench, rate);
  }

  private void full(Stand stand, Duration warmUp) throws Exception {
    var customers = new Pace.AtOnce(workbench.options().number("customers"));
    var result = stand.round(customers, warmUp, workbench.seconds("seconds"));
    Print.round(result);
    handled = Math.max(handled, result.figures().perSecond());
    memory = Math.max(memory, result.memory() >> 20);
  }

  private void report() {
    report.add(
        "messages handled a second, whole way",
        "%,.0f = %.2f x pgbench".formatted(handled, ratio()),
        "1.25 x pgbench",
        ratio() >= GOAL);
    report.add(
        "memory (RSS) of the bot at full load",
        memory == 0 ? "not told by this machine" : memory + " MB",
        "under 400 MB",
        memory < MOST_MEMORY_MB);
  }

  private void half(Stand stand) throws Exception {
    var rate = Math.max(1, (int) (handled / 2));
    var figures = steady(stand, rate);
    report.add(
        "tap to reply leaving, at half of full load (%,d/s)".formatted(rate),
        "p50 %.1f, p99 %.1f ms".formatted(figures.replyMedian(), figures.reply99()),
        "p99 under 30 ms",
        figures.reply99() < 30);
  }

  private void steady(Stand stand) throws Exception {
    var rate = workbench.options().number("steady-rate");
    var figures = steady(stand, rate);
    report.add(
        "tap to reply leaving, at a steady %,d/s".formatted(rate),
        "p50 %.1f, p99 %.1f ms".formatted(figures.replyMedian(), figures.reply99()),
        "p50 2, p99 10 ms",
        figures.replyMedian() < 2 && figures.reply99() < 10);
  }

  private Figures steady(Stand stand, int rate) throws Exception {
    var result =
        stand.round(
            new Pace.Steady(rate), WARM_UP_OF_A_WARM_BOT, workbench.seconds("steady-seconds"));
    Print.round(result);
    return result.figures();
  }
}
