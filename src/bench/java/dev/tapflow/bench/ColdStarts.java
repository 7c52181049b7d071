package dev.tapflow.bench;

import dev.tapflow.bench.load.Load;
import dev.tapflow.bench.server.Bot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * From starting the process to the first reply: a signed webhook is delivered every 20 ms until it
 * is answered 200, and its reply awaited at the stub. The database has its tables already.
 */
final class ColdStarts {

  private static final long EVERY_MILLIS = 20;
  private static final long PATIENCE_SECONDS = 120;
  private static final double GOAL_SECONDS = 3;
  private static final double GOAL_WITH_CACHE_SECONDS = 1.5;

  private final Workbench workbench;
  private final Report report;

  ColdStarts(Workbench workbench, Report report) {
    this.workbench = workbench;
    this.report = report;
  }

  void measure() throws Exception {
    // makes the tables
    workbench.open().close();
    var plain = median(List.of());
    report.add(
        "cold start to the first handled message, production jar",
        "%.2f s".formatted(plain),
        "under 3 s",
        plain < GOAL_SECONDS);
    withCache();
  }

  private void withCache() throws Exception {
    var what = "the same with the JDK's AOT cache";
    var cache = cache();
    if (cache.isEmpty()) {
      report.leaveOut(what, "not built", "under 1.5 s");
      return;
    }
    var cached = median(List.of("-XX:AOTCache=" + cache.get()));
    report.add(what, "%.2f s".formatted(cached), "under 1.5 s", cached < GOAL_WITH_CACHE_SECONDS);
  }

  /** The one that is said, or one that lies beside the jar or above it. */
  private Optional<Path> cache() throws IOException {
    if (!workbench.options().text("aot-cache").isEmpty()) {
      return Optional.of(workbench.options().path("aot-cache"));
    }
    var jar = workbench.options().path("jar").toAbsolutePath();
    try (var files = Files.list(jar.resolveSibling("."));
        var above = Files.list(jar.resolveSibling(".."))) {
      return Stream.concat(files, above)
          .filter(file -> file.toString().endsWith(".aot"))
          .findFirst();
    }
  }

  private double median(List<String> javaOptions) throws Exception {
    var starts = workbench.options().number("cold-starts");
    try (var load = workbench.load(workbench.options().number("contacts"))) {
      var seconds = new double[starts];
      for (var start = 0; start < starts; start++) {
        seconds[start] = one(load, start, javaOptions);
      }
      return DoubleStream.of(seconds).sorted().skip(starts / 2).findFirst().orElseThrow();
    }
  }

  private double one(Load load, int customer, List<String> javaOptions) throws Exception {
    load.forget();
    var began = System.nanoTime();
    try (var bot = workbench.start(load, javaOptions)) {
      deliver(load, customer, bot, began);
      while (load.counted().accepted() == 0) {
        pause(began);
      }
      return (load.lastReply() - began) / 1e9;
    }
  }

  private static void deliver(Load load, int customer, Bot bot, long began) throws Exception {
    var message = load.firstMessage(bot.port(), customer);
    while (message.deliver() != 200) {
      pause(began);
    }
  }

  private static void pause(long began) throws IOException, InterruptedException {
    if (System.nanoTime() - began > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
      throw new IOException("Expected a first reply within %d s".formatted(PATIENCE_SECONDS));
    }
    TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
  }
}
