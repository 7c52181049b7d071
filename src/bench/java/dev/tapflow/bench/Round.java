package dev.tapflow.bench;

import dev.tapflow.bench.load.Load;
import dev.tapflow.bench.load.Pace;
import dev.tapflow.bench.server.Usage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One stretch of traffic against a running bot. */
final class Round {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 500;

  private final Stand stand;
  private final Load load;
  private final long bot;
  private final long postgres;

  Round(Stand stand, Load load, long bot, long postgres) {
    this.stand = stand;
    this.load = load;
    this.bot = bot;
    this.postgres = postgres;
  }

  RoundResult run(int port, Pace pace, Duration warmUp, Duration measured) throws Exception {
    try (var connection = stand.connect();
        var running = load.start(port, pace)) {
      TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
      var before = Processors.now(bot, postgres);
      running.startMeasuring();
      var memory = mostMemory(measured);
      var figures = running.stopMeasuring();
      var processors = Processors.now(bot, postgres).since(before);
      running.stop();
      return new RoundResult(figures, memory, processors, settle(connection));
    }
  }

  private long mostMemory(Duration measured) throws IOException, InterruptedException {
    var until = System.nanoTime() + measured.toNanos();
    var most = 0L;
    while (System.nanoTime() < until) {
      var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      TimeUnit.MILLISECONDS.sleep(Math.clamp(left, 1, LOOK_MILLIS));
      most = Math.max(most, Usage.memory(bot));
      load.check();
    }
    return most;
  }

  /** Waits until everything is answered and recorded; what never is, is a mismatch later. */
  private Duration settle(Connection connection) throws InterruptedException {
    var stopped = System.nanoTime();
    await(() -> load.counted().inFlight() == 0);
    await(() -> pending(connection) == 0);
    return Duration.ofNanos(System.nanoTime() - stopped);
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    var until = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < until) {
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private static long pending(Connection connection) {
    try {
      return Records.pending(connection);
    } catch (SQLException e) {
      throw new IllegalStateException("Expected an answer of the database", e);
    }
  }
}
