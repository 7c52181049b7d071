package dev.tapflow.jmh;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the measurements, prints one line with the figures, and fails when a goal is missed. */
public final class Measurements {

  private static final double MENU_STEP_MICROSECONDS = 5;
  private static final double MENU_STEP_BYTES = 10 * 1024;
  private static final double LARGE_FOLDER_SECONDS = 3;
  private static final String ALLOCATED = "gc.alloc.rate.norm";

  private Measurements() {}

  /** Exits with 1 when a goal is missed. */
  public static void main(String... arguments) throws RunnerException {
    var step = run(options(MenuStep.class, Mode.AverageTime, TimeUnit.MICROSECONDS).warmupIterations(5).measurementIterations(5).addProfiler(GCProfiler.class));
    var folder = run(options(LargeFolder.class, Mode.SingleShotTime, TimeUnit.SECONDS).warmupIterations(2).measurementIterations(3));
    var microseconds = step.getPrimaryResult().getScore();
    var bytes = step.getSecondaryResults().get(ALLOCATED).getScore();
    var seconds = folder.getPrimaryResult().getScore();
    System.out.printf(
        Locale.ROOT,
        "jmh: menu step %.2f us, %.0f bytes; 1,000 flows of 50 steps %.2f s%n",
        microseconds,
        bytes,
        seconds);
    if (microseconds > MENU_STEP_MICROSECONDS
        || bytes > MENU_STEP_BYTES
        || seconds > LARGE_FOLDER_SECONDS) {
      System.out.println("jmh: a goal is missed: 5 us, 10 KB, 3 s");
      System.exit(1);
    }
  }

  private static ChainedOptionsBuilder options(Class<?> benchmark, Mode mode, TimeUnit unit) {
    return new OptionsBuilder()
        .include(benchmark.getName() + "\\.")
        .mode(mode)
        .timeUnit(unit)
        .forks(1)
        .warmupTime(TimeValue.seconds(1))
        .measurementTime(TimeValue.seconds(1))
        .jvmArgs("--sun-misc-unsafe-memory-access=allow", "-Xmx1g");
  }

  private static RunResult run(ChainedOptionsBuilder options) throws RunnerException {
    return new Runner(options.build()).run().iterator().next();
  }
}
