package dev.tapflow.bench.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator with the script of one transaction a message. */
public final class Pgbench {

  private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

  private final Postgres postgres;
  private final Path scripts;
  private final String database;

  /**
   * Makes a database with the schema of the script.
   *
   * @param scripts the folder of {@code schema.sql} and {@code 1-txn.sql}
   */
  public Pgbench(Postgres postgres, Path scripts, String database) {
    this.postgres = postgres;
    this.scripts = scripts;
    this.database = database;
  }

  /** Fills the tables anew. */
  public void prepare() throws IOException {
    run(
        postgres.binaries().path("psql"),
        Stream.of("-q", "-X", "-v", "ON_ERROR_STOP=1"),
        "schema.sql");
  }

  /** The same, whatever it comes to. */
  public void warmUp(int seconds) throws IOException {
    measure(seconds);
  }

  /** Transactions a second: 16 connections, prepared statements. */
  public double run(int seconds) throws IOException {
    var said = measure(seconds);
    var rate = RATE.matcher(said);
    if (!rate.find()) {
      throw new IOException("Expected 'tps = ' of pgbench, but got: " + said);
    }
    return Double.parseDouble(rate.group(1));
  }

  private String measure(int seconds) throws IOException {
    var time = String.valueOf(seconds);
    return run(
        postgres.binaries().path("pgbench"),
        Stream.of("-n", "-M", "prepared", "-c", "16", "-j", "2", "-T", time),
        "1-txn.sql");
  }

  private String run(String program, Stream<String> options, String script) throws IOException {
    var file = scripts.resolve(script).toString();
    var port = String.valueOf(postgres.port());
    var rest = Stream.of("-h", "127.0.0.1", "-p", port, "-U", Postgres.USER, "-f", file, database);
    return Command.run(
        Stream.of(Stream.of(program), options, rest).flatMap(words -> words).toList());
  }
}
