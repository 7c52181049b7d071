package dev.tapflow.bench;

import dev.tapflow.bench.load.Load;
import dev.tapflow.bench.load.Pace;
import dev.tapflow.bench.load.StubSettings;
import dev.tapflow.bench.server.Bot;
import dev.tapflow.bench.server.BotSettings;
import dev.tapflow.bench.server.Pgbench;
import dev.tapflow.bench.server.Postgres;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What somebody runs who makes the hot path faster: one round, with all that explains it. */
final class SingleRound {

  private static final String DATABASE = "tapflow";

  private final Options options;
  private final Postgres postgres;

  SingleRound(Options options, Postgres postgres) {
    this.options = options;
    this.postgres = postgres;
  }

  boolean pgbench() throws Exception {
    postgres.recreate("pgbench");
    var pgbench = new Pgbench(postgres, options.path("sources").resolve("pgbench"), "pgbench");
    pgbench.prepare();
    pgbench.run(5);
    say("pgbench: %.0f transactions/s", pgbench.run(options.number("pgbench-seconds")));
    return true;
  }

  boolean run() throws Exception {
    postgres.recreate(DATABASE);
    var stub =
        new StubSettings(
            options.number("stub-port"), Bot.KEY, Duration.ofMillis(options.number("delay")));
    try (var load = new Load(options.number("contacts"), Bot.SECRET, stub);
        var bot = Bot.start(settings(), postgres.url(DATABASE), load.stubUrl())) {
      bot.awaitReady();
      say(
          "bot: pid %d, port %d, database %s, stub %s",
          bot.pid(), bot.port(), postgres.url(DATABASE), load.stubUrl());
      var result =
          new Round(postgres, DATABASE, load, bot)
              .run(pace(), seconds("warm-up"), seconds("seconds"));
      print(result);
      try (var connection = postgres.connect(DATABASE)) {
        return isWhole(result.mismatches(Records.of(connection)));
      }
    }
  }

  private static boolean isWhole(List<String> mismatches) {
    mismatches.forEach(mismatch -> say("mismatch: %s", mismatch));
    return mismatches.isEmpty();
  }

  private static void print(Round.Result result) {
    var figures = result.figures();
    say(
        "handled/s %.0f (%,d in %.1f s)",
        figures.perSecond(), figures.handled(), figures.seconds());
    say(
        "tap to reply leaving: p50 %.2f ms, p99 %.2f ms, p99.9 %.2f ms; to its 200: p50 %.2f ms,"
            + " p99 %.2f ms",
        figures.replyMedian(),
        figures.reply99(),
        figures.reply999(),
        figures.answerMedian(),
        figures.answer99());
    say("memory of the bot: at most %d MB", result.memory() >> 20);
    var each = 1e6 / figures.handled();
    var processors = result.processors();
    say(
        "processor time a message: bot %.0f us, PostgreSQL %.0f us, load and stub %.0f us",
        processors.bot().toMillis() / 1e3 * each,
        processors.postgres().toMillis() / 1e3 * each,
        processors.load().toMillis() / 1e3 * each);
    say("all recorded %d ms after the last tap", result.settled().toMillis());
  }

  private BotSettings settings() {
    var javaOptions = new ArrayList<>(options.words("java-options"));
    if (!options.text("jfr").isEmpty()) {
      javaOptions.add(
          "-XX:StartFlightRecording=filename=%s,settings=profile,dumponexit=true"
              .formatted(options.text("jfr")));
    }
    Map<String, String> environment =
        options.words("environment").stream()
            .map(word -> word.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    return new BotSettings(
        options.path("jar"),
        options.path("sources").resolve("flows"),
        options.number("bot-port"),
        javaOptions,
        environment,
        options.path("log"));
  }

  private Pace pace() {
    var rate = options.number("rate");
    return rate > 0 ? new Pace.Steady(rate) : new Pace.AtOnce(options.number("customers"));
  }

  private Duration seconds(String name) {
    return Duration.ofSeconds(options.number(name));
  }

  private static void say(String line, Object... values) {
    System.out.printf(Locale.ROOT, line + "%n", values);
  }
}
