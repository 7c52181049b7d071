package dev.tapflow.inbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.inbox.EventRecord.Unrouted;
import dev.tapflow.message.CleanText;
import jakarta.enterprise.context.ApplicationScoped;
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

  private final Database database;

  UnroutedTable(Database database) {
    this.database = database;
  }

  void insert(List<Unrouted> events) {
    database.update(
        INSERT,
        Column.texts(events, event -> CleanText.of(event.source())),
        Column.texts(events, event -> CleanText.of(event.reason())),
        Column.bytes(events, Unrouted::payload));
  }

  /** Deletes at most so many of those that arrived longer ago; how many. */
  int deleteOlderThan(Duration age, int most) {
    return database.update(DELETE, age, most);
  }
}
