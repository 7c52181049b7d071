package dev.tapflow.bench;

import dev.tapflow.bench.load.Pace;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** How many statements a message takes when batches are full; in a round of its own. */
final class StatementsEach {

  private static final String WHAT =
      "statements a message in a full batch, BEGIN and COMMIT included";
  private static final double GOAL = 0.5;
  private static final Duration SECONDS = Duration.ofSeconds(10);

  private final Workbench workbench;
  private final Report report;

  StatementsEach(Workbench workbench, Report report) {
    this.workbench = workbench;
    this.report = report;
  }

  void measure() throws Exception {
    try {
      workbench.postgres().restart(StatementCounts.SETTINGS);
    } catch (IOException e) {
      workbench.postgres().restart(List.of());
      report.leaveOut(WHAT, "no pg_stat_statements", "under 0.5");
      return;
    }
    try (var stand = workbench.open()) {
      count(stand);
      report.mismatches(stand.mismatches());
    }
    workbench.postgres().restart(List.of());
  }

  private void count(Stand stand) throws Exception {
    var customers = new Pace.AtOnce(workbench.options().number("customers"));
    stand.round(customers, workbench.seconds("warm-up"), Duration.ZERO);
    StatementCounts.begin(stand);
    var before = stand.load().counted().answered();
    stand.round(customers, Duration.ZERO, SECONDS);
    var messages = stand.load().counted().answered() - before;
    var each = (double) StatementCounts.executed(stand) / messages;
    report.add(WHAT, "%.2f".formatted(each), "under 0.5", each < GOAL);
  }
}
