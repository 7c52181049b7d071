package dev.tapflow.bench;

import dev.tapflow.bench.load.Counted;
import dev.tapflow.bench.load.Figures;
import dev.tapflow.bench.load.Load;
import dev.tapflow.bench.load.Pace;
import dev.tapflow.bench.server.Bot;
import dev.tapflow.bench.server.Postgres;
import dev.tapflow.bench.server.Usage;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One stretch of traffic against a running bot, and whether everything was recorded. */
final class Round {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final long LOOK_MILLIS = 500;

  private final Postgres postgres;
  private final String database;
  private final Load load;
  private final Bot bot;

  Round(Postgres postgres, String database, Load load, Bot bot) {
    this.postgres = postgres;
    this.database = database;
    this.load = load;
    this.bot = bot;
  }

  Result run(Pace pace, Duration warmUp, Duration measured) throws Exception {
    try (var connection = postgres.connect(database);
        var running = load.start(bot.port(), pace)) {
      TimeUnit.MILLISECONDS.sleep(warmUp.toMillis());
      var before = Processors.now(bot.pid(), postgres.pid());
      running.startMeasuring();
      var memory = mostMemory(measured);
      var figures = running.stopMeasuring();
      var processors = Processors.now(bot.pid(), postgres.pid()).since(before);
      running.stop();
      var stopped = System.nanoTime();
      await(() -> load.counted().inFlight() == 0);
      await(() -> pending(connection) == 0);
      var settled = Duration.ofNanos(System.nanoTime() - stopped);
      return new Result(figures, memory, processors, settled, load.counted());
    }
  }

  private long mostMemory(Duration measured) throws IOException, InterruptedException {
    var until = System.nanoTime() + measured.toNanos();
    var most = 0L;
    while (System.nanoTime() < until) {
      var left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      TimeUnit.MILLISECONDS.sleep(Math.min(LOOK_MILLIS, Math.max(1, left)));
      most = Math.max(most, Usage.memory(bot.pid()));
      load.counted();
    }
    return most;
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

  /**
   * What a round came to.
   *
   * @param memory the bot's resident memory at most, in bytes
   * @param settled how long after the last tap everything was answered and recorded
   */
  record Result(
      Figures figures, long memory, Processors processors, Duration settled, Counted counted) {

    /** What does not add up; empty when everything that was acknowledged is recorded. */
    List<String> mismatches(Records records) {
      var found = new ArrayList<String>();
      expect(found, "webhooks answered otherwise than by 200", 0, counted.refused());
      expect(found, "messages that nobody waited for", 0, counted.surprises());
      expect(found, "customers without an answer or a reply", 0, counted.inFlight());
      expect(found, "events in the database", counted.answered(), records.events());
      expect(found, "events set aside", 0, records.setAside());
      expect(found, "messages recorded as accepted", counted.accepted(), records.accepted());
      expect(found, "messages not settled", 0, records.pending());
      expect(found, "replies for taps", counted.answered(), counted.accepted());
      return found;
    }

    private static void expect(List<String> found, String what, long expected, long got) {
      if (expected != got) {
        found.add("Expected %,d %s, but got %,d".formatted(expected, what, got));
      }
    }
  }
}
