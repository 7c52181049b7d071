package dev.tapflow.drill;

import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A PostgreSQL as durable as one in production, which can be stopped and comes back on the same
 * port with what it had committed.
 */
final class PostgreSql implements AutoCloseable {

  private static final Path BINARIES = Path.of(".data/postgres-binaries").toAbsolutePath();

  private static final Logger NOISE = Logger.getLogger(EmbeddedPostgres.class.getName());

  private final Path folder = Program.FOLDER.resolve("postgres").toAbsolutePath();
  private final int port = Program.freePort();
  private EmbeddedPostgres server;

  PostgreSql() throws IOException {
    delete(folder);
    Files.createDirectories(BINARIES);
    Files.createDirectories(folder.getParent());
    server = started();
  }

  private EmbeddedPostgres started() throws IOException {
    var log = ProcessBuilder.Redirect.appendTo(Program.FOLDER.resolve("postgres.log").toFile());
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(BINARIES.toFile())
        .setDataDirectory(folder)
        .setCleanDataDirectory(false)
        .setPort(port)
        .setOutputRedirector(log)
        .setErrorRedirector(log)
        .setPGStartupWait(Duration.ofSeconds(60))
        .setServerConfig("fsync", "on")
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("full_page_writes", "on")
        .setServerConfig("max_connections", "100")
        .start();
  }

  /** As an operator stops it: sessions are thrown out, what they had not committed is undone. */
  void stop() throws IOException {
    server.close();
  }

  /**
   * As a crash of the machine stops it: nothing is finished, the log is read at the next start. The
   * library then finds nothing to stop, and says so loudly.
   */
  void crash() throws IOException, InterruptedException {
    var pid = Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
    new ProcessBuilder("kill", "-QUIT", String.valueOf(pid)).start().waitFor();
    await("PostgreSQL to be gone")
        .atMost(Duration.ofSeconds(30))
        .until(() -> ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    NOISE.setLevel(Level.OFF);
    server.close();
    NOISE.setLevel(null);
  }

  void start() throws IOException {
    server = started();
  }

  void create(String database) throws SQLException {
    try (var connection = connect("postgres");
        var statement = connection.createStatement()) {
      statement.execute("CREATE DATABASE " + database);
    }
  }

  Connection connect(String database) throws SQLException {
    return DriverManager.getConnection(url(database), "postgres", "postgres");
  }

  String url(String database) {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, database);
  }

  @Override
  public void close() throws IOException {
    server.close();
    delete(folder);
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (var files = Files.walk(tree)) {
        for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
