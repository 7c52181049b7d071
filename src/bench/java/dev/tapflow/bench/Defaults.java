package dev.tapflow.bench;

import java.util.Map;

/** The options and what they are when nothing is said; {@link Bench} explains them. */
final class Defaults {

  static final Map<String, String> ALL =
      Map.ofEntries(
          Map.entry("seconds", "60"),
          Map.entry("warm-up", "60"),
          Map.entry("rounds", "3"),
          Map.entry("pgbench-seconds", "20"),
          Map.entry("steady-seconds", "30"),
          Map.entry("steady-rate", "1000"),
          Map.entry("customers", "256"),
          Map.entry("contacts", "100000"),
          Map.entry("many-contacts", "1000000"),
          Map.entry("old-events", "10000000"),
          Map.entry("cold-starts", "5"),
          Map.entry("rate", "0"),
          Map.entry("delay", "0"),
          Map.entry("statements", "false"),
          Map.entry("folder", ""),
          Map.entry("keep", "false"),
          Map.entry("postgres-port", "0"),
          Map.entry("bot-port", "0"),
          Map.entry("stub-port", "0"),
          Map.entry("sources", "src/bench"),
          Map.entry("jar", "target/quarkus-app/quarkus-run.jar"),
          Map.entry("aot-cache", ""),
          Map.entry("log", "target/bench-bot.log"),
          Map.entry("java-options", "-Xmx256m"),
          Map.entry("environment", ""),
          Map.entry("jfr", ""));

  private Defaults() {}
}
