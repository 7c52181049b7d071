package dev.tapflow.bench;

import dev.tapflow.bench.load.Pace;
import java.util.List;

/** What somebody runs who makes the hot path faster: one round, with all that explains it. */
final class SingleRound {

  private final Workbench workbench;
  private final Options options;

  SingleRound(Workbench workbench) {
    this.workbench = workbench;
    this.options = workbench.options();
  }

  /** False when something acknowledged is not recorded. */
  boolean run() throws Exception {
    if (options.flag("statements")) {
      workbench.postgres().restart(StatementCounts.SETTINGS);
    }
    try (var stand = workbench.open(options.number("contacts"), recording())) {
      Print.line("%s", stand);
      if (options.flag("statements")) {
        StatementCounts.begin(stand);
      }
      var result = stand.round(pace(), workbench.seconds("warm-up"), workbench.seconds("seconds"));
      Print.round(result);
      if (options.flag("statements")) {
        StatementCounts.print(stand);
      }
      var mismatches = stand.mismatches();
      mismatches.forEach(mismatch -> Print.line("mismatch: %s", mismatch));
      return mismatches.isEmpty();
    }
  }

  private List<String> recording() {
    var file = options.text("jfr");
    return file.isEmpty()
        ? List.of()
        : List.of("-XX:StartFlightRecording=filename=%s,settings=profile".formatted(file));
  }

  private Pace pace() {
    var rate = options.number("rate");
    return rate > 0 ? new Pace.Steady(rate) : new Pace.AtOnce(options.number("customers"));
  }
}
