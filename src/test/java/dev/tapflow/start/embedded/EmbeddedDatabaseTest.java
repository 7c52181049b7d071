package dev.tapflow.start.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever was left behind by the last start, the next one has a database. */
class EmbeddedDatabaseTest {

  @TempDir static Path parent;

  private final Path folder = parent.resolve("a folder/postgres");

  @AfterAll
  static void stopTheServer() throws Exception {
    new EmbeddedDatabaseTest().stop();
  }

  @Test
  void takesOverTheServerThatAKilledBotLeft() throws SQLException {
    var first = url();
    execute(first, "CREATE TABLE kept_by_us (id int)");

    assertThat(url()).isEqualTo(first);
    assertThat(Postmaster.of(folder).orElseThrow().isAlive()).isTrue();
    execute(url(), "SELECT * FROM kept_by_us");
  }

  @Test
  void keepsWhatWasWrittenWhenTheServerItselfWasKilled() throws Exception {
    execute(url(), "CREATE TABLE kept (id int)");
    kill();

    execute(url(), "SELECT * FROM kept");
  }

  @Test
  void removesAStaleClaimOnTheFolder() throws Exception {
    url();
    stop();
    // Our own process id is alive, and is no server.
    var me = String.valueOf(ProcessHandle.current().pid());
    Files.write(
        Postmaster.file(folder), List.of(me, folder.toString(), "0", "1", "", "*", "0", ""));

    execute(url(), "SELECT 1");
  }

  @Test
  void forgetsTheDatabasesOfTestsThatAreOver() throws SQLException {
    execute(url(), "CREATE DATABASE tapflow_999999999");
    execute(url(), "CREATE DATABASE tapflow_by_hand");

    execute(url(), "SELECT 1");

    assertThat(databases()).contains("tapflow_by_hand").doesNotContain("tapflow_999999999");
  }

  private String url() {
    return new EmbeddedDatabase(folder, "tapflow").url();
  }

  private List<String> databases() throws SQLException {
    try (var connection = connect(url());
        var statement = connection.createStatement();
        var rows = statement.executeQuery("SELECT array_agg(datname::text) FROM pg_database")) {
      rows.next();
      return List.of((String[]) rows.getArray(1).getArray());
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (var connection = connect(url);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(String url) throws SQLException {
    return DriverManager.getConnection(url, "postgres", "postgres");
  }

  private void kill() throws Exception {
    end(ProcessHandle::destroyForcibly);
  }

  private void stop() throws Exception {
    end(ProcessHandle::destroy);
  }

  private void end(Consumer<ProcessHandle> how) throws Exception {
    Optional<ProcessHandle> server =
        Postmaster.of(folder)
            .filter(Postmaster::isAlive)
            .flatMap(postmaster -> ProcessHandle.of(postmaster.pid()));
    if (server.isPresent()) {
      how.accept(server.get());
      server.get().onExit().get(30, TimeUnit.SECONDS);
    }
  }
}
