package dev.tapflow.bench;

import java.time.Duration;

/** Every measurement, one after the other, and the table. */
final class WholeBench {

  /** Below this, speed is not there. */
  private static final double LEAST_RATIO = 0.8;

  private final Workbench workbench;
  private final Report report = new Report();

  WholeBench(Workbench workbench) {
    this.workbench = workbench;
  }

  /** False when something acknowledged is not recorded, or the ratio is below the least. */
  boolean run() throws Exception {
    var began = System.nanoTime();
    var throughput = new Throughput(workbench, report);
    throughput.measure();
    new ColdStarts(workbench, report).measure();
    new StatementsEach(workbench, report).measure();
    new LargeDatabase(workbench, report).measure(throughput.handled());
    report.print();
    Print.line(
        "bench: handled/s %.0f, pgbench %.0f, ratio %.2f",
        throughput.handled(), throughput.pgbench(), throughput.ratio());
    Print.line("bench: took %d s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    return report.isWhole() && throughput.ratio() >= LEAST_RATIO;
  }
}
