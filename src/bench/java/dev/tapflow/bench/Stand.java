package dev.tapflow.bench;

import dev.tapflow.bench.load.Load;
import dev.tapflow.bench.load.Pace;
import dev.tapflow.bench.server.Bot;
import dev.tapflow.bench.server.Postgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** A running bot with its database, and who writes to it. */
final class Stand implements AutoCloseable {

  private final Postgres postgres;
  private final String database;
  private final Load load;
  private final Bot bot;
  private Records before = Records.NONE;

  Stand(Postgres postgres, String database, Load load, Bot bot) {
    this.postgres = postgres;
    this.database = database;
    this.load = load;
    this.bot = bot;
  }

  void awaitReady() throws IOException {
    bot.awaitReady();
  }

  Load load() {
    return load;
  }

  Connection connect() throws SQLException {
    return postgres.connect(database);
  }

  /** What is in the database by now is not this stand's. */
  void countFromHere() throws SQLException {
    try (var connection = connect()) {
      before = Records.of(connection);
    }
  }

  RoundResult round(Pace pace, Duration warmUp, Duration measured) throws Exception {
    return new Round(this, load, bot.pid(), postgres.pid()).run(bot.port(), pace, warmUp, measured);
  }

  /** What was acknowledged and is not recorded, or the other way around. */
  List<String> mismatches() throws SQLException {
    try (var connection = connect()) {
      return Mismatches.between(load.counted(), Records.of(connection).since(before));
    }
  }

  @Override
  public String toString() {
    return "bot: pid %d, port %d, database %s, stub %s"
        .formatted(bot.pid(), bot.port(), postgres.url(database), load.stubUrl());
  }

  @Override
  public void close() throws IOException {
    try (load) {
      bot.close();
    }
  }
}
