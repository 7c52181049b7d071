package dev.tapflow.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Several replicas that start at once on one database. */
@Timeout(120)
class MigrationsAtOnceTest {

  private static final String OURS = "classpath:db/migration";

  private EmbeddedPostgres postgres;

  @TempDir Path folder;

  @BeforeEach
  void startTheDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterEach
  void stopTheDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void oneMigratesAndTheOthersFindItDone() throws Exception {
    // Given
    var migrations = files();

    // When
    var done = atOnce(List.of(() -> migrate(OURS), () -> migrate(OURS), () -> migrate(OURS)));

    // Then
    assertThat(done.stream().mapToInt(result -> result.migrationsExecuted).sum())
        .isEqualTo(migrations);
    assertThat(rows("SELECT count(*) FROM flyway_schema_history WHERE success"))
        .isEqualTo(migrations);
  }

  @Test
  void whoFindsAMigrationUnderWayWaitsForIt() throws Exception {
    // Given
    migrate(OURS);
    Files.writeString(
        folder.resolve("V999__slow.sql"), "SELECT pg_sleep(3); CREATE TABLE late ();");
    var all = Stream.of(OURS, "filesystem:" + folder).toArray(String[]::new);

    // When
    var done = atOnce(List.of(() -> migrate(all), () -> migrate(all)));

    // Then
    assertThat(done)
        .extracting(result -> result.migrationsExecuted)
        .containsExactlyInAnyOrder(0, 1);
    assertThat(rows("SELECT count(*) FROM late")).isZero();
  }

  private static int files() throws IOException {
    try (var files = Files.list(Path.of("src/main/resources/db/migration"))) {
      return (int) files.count();
    }
  }

  private MigrateResult migrate(String... locations) {
    return Flyway.configure()
        .dataSource(postgres.getPostgresDatabase())
        .locations(locations)
        .load()
        .migrate();
  }

  private static List<MigrateResult> atOnce(List<Callable<MigrateResult>> replicas)
      throws Exception {
    try (var threads = Executors.newFixedThreadPool(replicas.size())) {
      var results = new ArrayList<MigrateResult>();
      for (Future<MigrateResult> replica : threads.invokeAll(replicas)) {
        results.add(replica.get());
      }
      return results;
    }
  }

  private int rows(String sql) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }
}
