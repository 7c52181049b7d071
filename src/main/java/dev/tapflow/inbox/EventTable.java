package dev.tapflow.inbox;

import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.message.CleanText;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Inbound;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The table {@code inbound_event}; the only class that knows it has columns. Each statement takes
 * part in the caller's transaction, takes its rows in the order of the primary key, and relies on
 * that key's index; the deletion relies on {@code inbound_event_arrived}.
 */
@ApplicationScoped
class EventTable {

  private static final int LONGEST_ERROR = 4000;

  /** The unique key decides, not a look first: two replicas may hold the same delivery. */
  private static final String INSERT =
      """
      INSERT INTO inbound_event
        (contact_key, external_id, kind, occurred_at, arrived_at, state, payload)
      SELECT contact_key, external_id, kind, occurred_at, now(), state, payload
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[], ?::bytea[])
        AS arrived (contact_key, external_id, kind, occurred_at, state, payload)
      ON CONFLICT DO NOTHING
      RETURNING contact_key, external_id
      """;

  /** Inserts too: the transaction that stored the event may be the one that was rolled back. */
  private static final String SET_ASIDE =
      """
      INSERT INTO inbound_event
        (contact_key, external_id, kind, occurred_at, arrived_at, state, payload, error)
      SELECT contact_key, external_id, kind, occurred_at, now(), 'set_aside', payload, error
      FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[], ?::text[], ?::bytea[])
        AS failed (contact_key, external_id, kind, occurred_at, error, payload)
      ON CONFLICT (contact_key, external_id)
        DO UPDATE SET state = excluded.state, error = excluded.error
      """;

  /** Other replicas delete at the same time; each takes other rows. */
  private static final String DELETE =
      """
      DELETE FROM inbound_event WHERE (contact_key, external_id) IN (
        SELECT contact_key, external_id FROM inbound_event
        WHERE arrived_at < now() - make_interval(secs => ?)
        ORDER BY arrived_at LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private final AgroalDataSource database;

  EventTable(AgroalDataSource database) {
    this.database = database;
  }

  /** Inserts what is not known yet; the keys that were new. No key may stand twice. */
  Set<EventRow.Key> insert(List<EventRow> rows) {
    if (rows.isEmpty()) {
      return Set.of();
    }
    var events = rows.stream().map(EventRow::event).toList();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(INSERT)) {
      setEvents(connection, statement, events);
      statement.setArray(5, texts(connection, rows, row -> row.state().word()));
      return keysOf(statement);
    } catch (SQLException e) {
      throw new IllegalStateException("Expected to store %d events".formatted(rows.size()), e);
    }
  }

  /** Marks events as set aside; no key may stand twice. */
  void setAside(List<SetAside> failed) {
    if (failed.isEmpty()) {
      return;
    }
    var events = failed.stream().map(SetAside::event).toList();
    try (var connection = database.getConnection();
        var statement = connection.prepareStatement(SET_ASIDE)) {
      setEvents(connection, statement, events);
      statement.setArray(5, texts(connection, failed, one -> shortened(one.error())));
      statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Expected to set %d events aside".formatted(failed.size()), e);
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
      throw new IllegalStateException("Expected to delete old events", e);
    }
  }

  private static void setEvents(
      Connection connection, PreparedStatement statement, List<Inbound> events)
      throws SQLException {
    statement.setArray(1, texts(connection, events, event -> event.contact().text()));
    statement.setArray(2, texts(connection, events, Inbound::externalId));
    statement.setArray(3, texts(connection, events, event -> EventKind.of(event.event())));
    statement.setArray(4, texts(connection, events, event -> event.occurredAt().toString()));
    var payloads = events.stream().map(Inbound::raw).toArray(byte[][]::new);
    statement.setArray(6, connection.createArrayOf("bytea", payloads));
  }

  private static <T> Array texts(Connection connection, List<T> rows, Function<T, String> column)
      throws SQLException {
    return connection.createArrayOf("text", rows.stream().map(column).toArray());
  }

  private static Set<EventRow.Key> keysOf(PreparedStatement statement) throws SQLException {
    var keys = new HashSet<EventRow.Key>();
    try (var result = statement.executeQuery()) {
      while (result.next()) {
        keys.add(new EventRow.Key(ContactKey.parse(result.getString(1)), result.getString(2)));
      }
    }
    return keys;
  }

  private static String shortened(String error) {
    return CleanText.of(error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
  }
}
