package dev.tapflow.bench;

import dev.tapflow.bench.load.Load;
import dev.tapflow.bench.load.StubSettings;
import dev.tapflow.bench.server.Bot;
import dev.tapflow.bench.server.BotSettings;
import dev.tapflow.bench.server.Pgbench;
import dev.tapflow.bench.server.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What every measurement is made with, as the options say. */
record Workbench(Options options, Postgres postgres) {

  private static final String DATABASE = "tapflow";

  /** A bot on an empty database, ready, with nobody writing to it yet. */
  Stand open() throws Exception {
    return open(options.number("contacts"), List.of());
  }

  /** The same, for so many customers; options of Java beside those of the command line. */
  Stand open(int contacts, List<String> javaOptions) throws Exception {
    postgres.recreate(DATABASE);
    return reopen(contacts, javaOptions);
  }

  /** A bot on the database as it is. */
  Stand reopen(int contacts, List<String> javaOptions) throws Exception {
    var load = load(contacts);
    var stand = new Stand(postgres, DATABASE, load, start(load, javaOptions));
    try {
      stand.awaitReady();
      return stand;
    } catch (IOException | RuntimeException e) {
      stand.close();
      throw e;
    }
  }

  Load load(int contacts) throws IOException {
    return new Load(
        contacts,
        Bot.SECRET,
        new StubSettings(
            options.number("stub-port"), Bot.KEY, Duration.ofMillis(options.number("delay"))));
  }

  /** A bot that has only just been started. */
  Bot start(Load load, List<String> javaOptions) throws IOException {
    return Bot.start(settings(javaOptions), postgres.url(DATABASE), load.stubUrl());
  }

  private BotSettings settings(List<String> more) {
    var javaOptions = new ArrayList<>(options.words("java-options"));
    javaOptions.addAll(more);
    Map<String, String> environment =
        options.words("environment").stream()
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new BotSettings(
        options.path("jar"),
        sources().resolve("flows"),
        options.number("bot-port"),
        javaOptions,
        environment,
        options.path("log"));
  }

  /** PostgreSQL's own load generator, on a database of its own, after a warm-up. */
  double pgbench() throws Exception {
    postgres.recreate("pgbench");
    var pgbench = new Pgbench(postgres, sources().resolve("pgbench"), "pgbench");
    pgbench.prepare();
    var seconds = options.number("pgbench-seconds");
    pgbench.warmUp(Math.max(1, seconds / 4));
    return pgbench.run(seconds);
  }

  private Path sources() {
    return options.path("sources");
  }

  Duration seconds(String name) {
    return Duration.ofSeconds(options.number(name));
  }
}
