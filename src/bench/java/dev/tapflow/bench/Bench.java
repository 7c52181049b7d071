package dev.tapflow.bench;

import dev.tapflow.bench.server.Postgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The command line of the bench. */
public final class Bench {

  private static final String USAGE =
      """
      usage: Bench all|round|pgbench|cold|statements|large [--name value …]

        all      every measurement, and the table
        round    one round against the jar: figures, and whether everything is recorded
        pgbench  PostgreSQL's own load generator alone
        cold, statements, large   one of the measurements that "all" is made of

        --seconds 60, --warm-up 60        how long
        --customers 256                   at once, each drawn when another is done; or
        --rate 1000                       taps a second, whatever the bot does
        --contacts 100000                 customers in the pool
        --delay 0                         milliseconds until the stub answers
        --folder DIR --keep true          PostgreSQL's folder; it runs on, and is used again
        --postgres-port, --bot-port, --stub-port   default: any that is free
        --jar, --log, --sources           the jar, the bot's log, the folder of flows and scripts
        --java-options "-Xmx256m"         of the bot
        --environment "A=1 B=2"           settings of the bot
        --rounds, --pgbench-seconds, --steady-rate, --steady-seconds, --cold-starts,
        --many-contacts, --old-events, --aot-cache   what "all" measures
        --jfr FILE                        records the bot with the JDK's flight recorder
        --statements true                 what PostgreSQL executed (pg_stat_statements)
      """;

  private Bench() {}

  /** Exits with 1 when something acknowledged was not recorded. */
  public static void main(String... arguments) throws Exception {
    if (arguments.length == 0) {
      System.out.print(USAGE);
      System.exit(2);
    }
    if (!run(arguments[0], Options.of(List.of(arguments).subList(1, arguments.length)))) {
      System.exit(1);
    }
  }

  private static boolean run(String command, Options options) throws Exception {
    try (var postgres = postgres(options)) {
      var workbench = new Workbench(options, postgres);
      return switch (command) {
        case "all" -> new WholeBench(workbench).run();
        case "cold", "statements", "large" -> one(command, workbench);
        case "round" -> new SingleRound(workbench).run();
        case "pgbench" -> pgbench(workbench);
        default -> throw new IllegalArgumentException(USAGE);
      };
    }
  }

  private static boolean one(String command, Workbench workbench) throws Exception {
    var report = new Report();
    switch (command) {
      case "cold" -> new ColdStarts(workbench, report).measure();
      case "statements" -> new StatementsEach(workbench, report).measure();
      default -> new LargeDatabase(workbench, report).measure(Double.NaN);
    }
    return report.isWhole();
  }

  private static boolean pgbench(Workbench workbench) throws Exception {
    Print.line("pgbench: %.0f transactions/s", workbench.pgbench());
    return true;
  }

  private static Postgres postgres(Options options) throws IOException {
    return Postgres.start(
        folder(options), options.number("postgres-port"), options.flag("keep"), List.of());
  }

  /**
   * One of our own, since it is removed at the end; and not one that only we may enter, since
   * PostgreSQL may run as another account.
   */
  private static Path folder(Options options) {
    return options.text("folder").isEmpty()
        ? Path.of(
            System.getProperty("java.io.tmpdir"), "tapflow-bench-" + ProcessHandle.current().pid())
        : options.path("folder").toAbsolutePath().resolve("tapflow-bench");
  }
}
