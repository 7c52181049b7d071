package dev.tapflow.inbox;

import dev.tapflow.inbox.EventRecord.Unrouted;
import dev.tapflow.message.CleanText;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** The table {@code unrouted_event}; the only class that knows it has columns. */
@ApplicationScoped
class UnroutedTable {

  private static final String INSERT =
      """
      INSERT INTO unrouted_event (source, reason, arrived_at, payload)
      SELECT source, reason, now(), payload
      FROM unnest(?::text[], ?::text[], ?::bytea[]) AS arrived (source, reason, payload)
      """;

  /** Few rows come here, so the deletion reads the table in the order of its primary key. */
  private static final String DELETE =
      """
      DELETE FROM unrouted_event WHERE id IN (
        SELECT id FROM unrouted_event WHERE arrived_at < now() - make_interval(secs => ?)
        ORDER BY id LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private final AgroalDataSource database;

  UnroutedTable(AgroalDataSource database) {
    this.database = database;
  }

  void insert(List<Unrouted> events) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(INSERT)) {
      var sources = events.stream().map(Unrouted::source).map(CleanText::of).toArray();
      var reasons = events.stream().map(Unrouted::reason).map(CleanText::of).toArray();
      var payloads = events.stream().map(Unrouted::payload).toArray(byte[][]::new);
      statement.setArray(1, connection.createArrayOf("text", sources));
      statement.setArray(2, connection.createArrayOf("text", reasons));
      statement.setArray(3, connection.createArrayOf("bytea", payloads));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to keep %d events".formatted(events.size()), e);
    }
  }

  /** Deletes at most so many of those that arrived longer ago; how many. */
  int deleteOlderThan(Duration age, int most) {
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(DELETE)) {
      statement.setDouble(1, age.toSeconds());
      statement.setInt(2, most);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to delete old unrouted events", e);
    }
  }
}
