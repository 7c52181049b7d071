package dev.tapflow.conversation.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.conversation.retention.HistoryTable.History;
import dev.tapflow.database.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** History on a database of its own. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryTableTest {

  private static final Instant BEFORE = Instant.now().minus(Duration.ofDays(180));

  private EmbeddedPostgres postgres;
  private DataSource database;
  private HistoryTable table;

  @BeforeAll
  void startTheDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
    database = postgres.getPostgresDatabase();
    table = new HistoryTable(new Database(database));
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterAll
  void stopTheDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void deletesOldTransitionsBlockByBlock() throws SQLException {
    // Given
    change(
        """
        INSERT INTO transition (contact_key, ordinal, release, flow, step, exit, reason, occurred_at)
        SELECT 'main/' || n, 1, 'r', 'f', 's', 'x', 'y', now() - make_interval(days => n % 200)
        FROM generate_series(0, 19999) AS n
        """);
    var blocks = table.blocks(History.TRANSITIONS);

    // When
    var deleted = new ArrayList<Integer>();
    for (long block = 0; block < blocks; block += 32) {
      deleted.add(table.delete(History.TRANSITIONS, block, block + 32, BEFORE));
    }

    // Then
    assertThat(deleted).hasSizeGreaterThan(2).allMatch(count -> count > 0 && count < 5000);
    assertThat(texts("SELECT max(now() - occurred_at) < interval '181 days' FROM transition"))
        .containsExactly("t");
    assertThat(texts("SELECT count(*) FROM transition")).containsExactly("18100");
    assertThat(
            texts(
                "EXPLAIN DELETE FROM transition WHERE ctid >= '(0,0)'::text::tid"
                    + " AND ctid < '(32,0)'::text::tid AND occurred_at < now()"))
        .anyMatch(line -> line.contains("Tid Range Scan"));
  }

  @Test
  void keepsTheNewestConversationOfAContactAndWhatIsOpen() throws SQLException {
    // Given: the newest is old and ended, too
    conversation("ana", 1, "now() - interval '300 days'");
    conversation("ana", 2, "now() - interval '200 days'");
    conversation("ana", 3, "now() - interval '190 days'");
    conversation("ben", 1, "now() - interval '300 days'");
    conversation("ben", 2, "now() - interval '10 days'");
    conversation("ben", 3, "NULL");

    // When
    table.delete(History.CONVERSATIONS, 0, table.blocks(History.CONVERSATIONS), BEFORE);

    // Then
    assertThat(texts("SELECT contact_key || ordinal FROM conversation ORDER BY 1"))
        .containsExactly("ana3", "ben2", "ben3");
  }

  private void conversation(String contact, int ordinal, String endedAt) throws SQLException {
    change(
        """
        INSERT INTO conversation (contact_key, ordinal, release, flow, step, owner, session,
                                  started_at, ended_at)
        VALUES ('%s', %d, 'r', 'f', 's', 'none', '{}', now(), %s)
        """
            .formatted(contact, ordinal, endedAt));
  }

  private void change(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  private List<String> texts(String sql) throws SQLException {
    var texts = new ArrayList<String>();
    try (var connection = database.getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      while (row.next()) {
        texts.add(row.getString(1));
      }
    }
    return texts;
  }
}
