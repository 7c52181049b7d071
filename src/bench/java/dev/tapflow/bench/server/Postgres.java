package dev.tapflow.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;

/**
 * The machine's own PostgreSQL in a folder of its own, with the settings that it comes with: only
 * its address is ours. One that runs in the folder already is used.
 */
public final class Postgres implements AutoCloseable {

  /** The only account in the database; nobody but this machine can connect. */
  public static final String USER = "postgres";

  private final Binaries binaries;
  private final Account account;
  private final Path folder;
  private final int port;
  private final boolean keep;
  private boolean closed;

  private Postgres(Binaries binaries, Account account, Path folder, int port, boolean keep) {
    this.binaries = binaries;
    this.account = account;
    this.folder = folder;
    this.port = port;
    this.keep = keep;
  }

  /**
   * Starts it.
   *
   * @param keep whether it runs on, with its folder, when this is closed
   * @param settings {@code name=value}, beside the address; none but for a round that counts
   */
  public static Postgres start(Path folder, int wantedPort, boolean keep, List<String> settings)
      throws IOException {
    var binaries = Binaries.find();
    var account = Account.find();
    var pidFile = folder.resolve("data/postmaster.pid");
    if (Files.exists(pidFile)) {
      var port = Integer.parseInt(Files.readAllLines(pidFile).get(3).strip());
      return new Postgres(binaries, account, folder, port, keep);
    }
    var postgres = new Postgres(binaries, account, folder, Ports.choose(wantedPort), keep);
    // also when the bench is stopped by a signal
    Runtime.getRuntime().addShutdownHook(new Thread(postgres::closeQuietly));
    postgres.create();
    postgres.begin(settings);
    return postgres;
  }

  private void create() throws IOException {
    if (Files.exists(folder.resolve("data"))) {
      return;
    }
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
    account.own(folder.toString());
    run("initdb", "-D", data(), "-U", USER, "-A", "trust", "-E", "UTF8");
  }

  /** Starts the server again with other settings. */
  public void restart(List<String> settings) throws IOException {
    stop();
    begin(settings);
  }

  private void begin(List<String> settings) throws IOException {
    var options =
        new StringBuilder("-p %d -k %s -c listen_addresses=127.0.0.1".formatted(port, folder));
    settings.forEach(setting -> options.append(" -c ").append(setting));
    // its output goes to a file, or the server would hold on to ours
    run(
        "pg_ctl",
        "-D",
        data(),
        "-l",
        folder.resolve("log").toString(),
        "-o",
        options.toString(),
        "-w",
        "start");
  }

  private void stop() throws IOException {
    run("pg_ctl", "-D", data(), "-m", "fast", "-w", "stop");
  }

  private void run(String program, String... arguments) throws IOException {
    Command.run(
        account.command(Stream.concat(Stream.of(binaries.path(program)), Stream.of(arguments))));
  }

  private String data() {
    return folder.resolve("data").toString();
  }

  Binaries binaries() {
    return binaries;
  }

  /** Where it listens, on loopback. */
  public int port() {
    return port;
  }

  /** The process that all the others come from. */
  public long pid() throws IOException {
    return Long.parseLong(
        Files.readAllLines(folder.resolve("data/postmaster.pid")).getFirst().strip());
  }

  /** A database's address. */
  public String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  /** A connection to a database. */
  public Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), USER, "");
  }

  /** Makes a database, empty, whatever was in it. */
  public void recreate(String database) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("DROP DATABASE IF EXISTS %s WITH (FORCE)".formatted(database));
      statement.execute("CREATE DATABASE " + database);
      // what a round left to be written must not fall into the next one
      statement.execute("CHECKPOINT");
    }
  }

  @Override
  public synchronized void close() throws IOException {
    if (keep || closed) {
      return;
    }
    closed = true;
    if (Files.exists(folder.resolve("data/postmaster.pid"))) {
      stop();
    }
    remove();
  }

  private void closeQuietly() {
    try {
      close();
    } catch (IOException e) {
      System.err.println("PostgreSQL could not be stopped, it is in " + folder + ": " + e);
    }
  }

  private void remove() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
