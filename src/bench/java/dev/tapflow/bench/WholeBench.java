package dev.tapflow.bench;

import java.time.Duration;

/** Every measurement, one after the other, and the table. */
final class WholeBench {

  /** Below this, speed is not there. */
  private static final double LEAST_RATIO = 0.8;

  /** It takes some four minutes, and the whole must not take more than fifteen. */
  private static final int LAST_MINUTE_TO_BEGIN_THE_LARGE = 10;

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
    if (since(began).toMinutes() < LAST_MINUTE_TO_BEGIN_THE_LARGE) {
      new LargeDatabase(workbench, report).measure(throughput.handled());
    } else {
      report.leaveOut("throughput with a large database", "no time was left", "within 10 %");
    }
    report.print();
    Print.line(
        "bench: handled/s %.0f, pgbench %.0f, ratio %.2f",
        throughput.handled(), throughput.pgbench(), throughput.ratio());
    Print.line("bench: took %d s", since(began).toSeconds());
    return report.isWhole() && throughput.ratio() >= LEAST_RATIO;
  }

  private static Duration since(long began) {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
