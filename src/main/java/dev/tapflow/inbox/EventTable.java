package dev.tapflow.inbox;

import dev.tapflow.database.Answer;
import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.message.CleanText;
import dev.tapflow.message.ContactKey;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * The table {@code inbound_event}; the only class that knows it has columns. Each statement takes
 * part in the caller's transaction, takes its rows in the order of the primary key, and relies on
 * that key's index; the deletion relies on {@code inbound_event_arrived}.
 */
@Singleton
class EventTable {

  private static final int LONGEST_ERROR = 4000;

  /** The unique key decides, not a look first: two replicas may hold the same delivery. */
  private static final String INSERT =
      """
      INSERT INTO inbound_event
        (contact_key, external_id, kind, occurred_at, arrived_at, state, payload)
      SELECT contact_key, external_id, kind, occurred_at, now(), state, payload
      FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::bytea[])
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
      FROM unnest(?::text[], ?::text[], ?::text[], ?::timestamptz[], ?::text[], ?::bytea[])
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

  private final Database database;

  EventTable(Database database) {
    this.database = database;
  }

  /** Inserts what is not known yet; the keys that were new. No key may stand twice. */
  Answer<List<EventRow.Key>> insert(RoundTrip trip, List<EventRow> rows) {
    return trip.query(
        INSERT,
        row -> new EventRow.Key(ContactKey.parse(row.getString(1)), row.getString(2)),
        Column.texts(rows, row -> row.event().contact().text()),
        Column.texts(rows, row -> row.event().externalId()),
        Column.texts(rows, row -> EventKind.of(row.event().event())),
        Column.times(rows, row -> row.event().occurredAt()),
        Column.texts(rows, row -> row.state().word()),
        Column.bytes(rows, row -> row.event().raw()));
  }

  /** Marks events as set aside; no key may stand twice. */
  void setAside(List<SetAside> failed) {
    if (failed.isEmpty()) {
      return;
    }
    database.update(
        SET_ASIDE,
        Column.texts(failed, one -> one.event().contact().text()),
        Column.texts(failed, one -> one.event().externalId()),
        Column.texts(failed, one -> EventKind.of(one.event().event())),
        Column.times(failed, one -> one.event().occurredAt()),
        Column.texts(failed, one -> shortened(one.error())),
        Column.bytes(failed, one -> one.event().raw()));
  }

  /** Deletes at most so many of those that arrived longer ago; how many. */
  int deleteOlderThan(Duration age, int most) {
    return database.update(DELETE, age, most);
  }

  private static String shortened(String error) {
    return CleanText.of(error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
  }
}
