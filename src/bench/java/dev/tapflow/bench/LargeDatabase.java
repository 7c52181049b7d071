package dev.tapflow.bench;

import dev.tapflow.bench.load.Offer;
import dev.tapflow.bench.load.Pace;
import java.time.Duration;
import java.util.List;

/** The same throughput where many customers have long been known. */
final class LargeDatabase {

  private static final double GOAL = 0.9;
  private static final Duration TRIAL = Duration.ofSeconds(2);

  private final Workbench workbench;
  private final Report report;

  LargeDatabase(Workbench workbench, Report report) {
    this.workbench = workbench;
    this.report = report;
  }

  /**
   * Measures.
   *
   * @param empty what was handled a second with an empty database
   */
  void measure(double empty) throws Exception {
    var contacts = workbench.options().number("many-contacts");
    var events = workbench.options().number("old-events");
    var offer = fill(contacts, events);
    try (var stand = workbench.reopen(contacts, List.of())) {
      stand.countFromHere();
      stand.load().offerToAll(offer);
      var handled = round(stand);
      var share = handled / empty;
      report.add(
          "throughput with %,d contacts and %,d old events".formatted(contacts, events),
          "%,.0f = %.0f %% of the empty".formatted(handled, 100 * share),
          "within 10 %",
          share >= GOAL);
      report.mismatches(stand.mismatches());
    }
  }

  /** The rows are copies of what the bot itself wrote for one customer. */
  private Offer fill(int contacts, int events) throws Exception {
    try (var stand = workbench.open(contacts, List.of());
        var connection = stand.connect()) {
      stand.round(new Pace.Steady(20), TRIAL, Duration.ZERO);
      var began = System.nanoTime();
      var filling = new Filling(connection);
      var sample = filling.sample();
      filling.customers(sample, contacts);
      filling.events(sample, contacts, events);
      Print.line("filled in %d s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
      return stand.load().offerTo(sample);
    }
  }

  private double round(Stand stand) throws Exception {
    var result =
        stand.round(
            new Pace.AtOnce(workbench.options().number("customers")),
            workbench.seconds("warm-up"),
            workbench.seconds("seconds"));
    Print.round(result);
    return result.figures().perSecond();
  }
}
