package dev.tapflow.inbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.inbox.SetAsideEvents.Entry;
import dev.tapflow.inbox.SetAsideEvents.Id;
import dev.tapflow.inbox.SetAsideEvents.Place;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Inbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The table {@code set_aside_event} beside {@code inbound_event}; the only class that knows it has
 * columns. It is small: all statements go by its keys, and fetch the rest by the other's.
 */
@ApplicationScoped
class SetAsideTable {

  /** An event that failed again under the same id keeps its place. */
  private static final String KEEP =
      """
      INSERT INTO set_aside_event (contact_key, external_id, event)
      SELECT contact_key, external_id, event::json
      FROM unnest(?::text[], ?::text[], ?::text[]) AS failed (contact_key, external_id, event)
      ON CONFLICT DO NOTHING
      """;

  private static final String NEWEST =
      """
      SELECT contact_key, external_id, kind, occurred_at, set_aside_at, error,
             substring(payload FROM 1 FOR ?::int) AS beginning, event
      FROM set_aside_event JOIN inbound_event USING (contact_key, external_id)
      WHERE (?::text IS NULL OR contact_key = ?)
        AND (set_aside_at, contact_key, external_id)
            < (coalesce(?::timestamptz, 'infinity'), coalesce(?::text, ''), coalesce(?::text, ''))
      ORDER BY set_aside_at DESC, contact_key DESC, external_id DESC LIMIT ?
      """;

  private static final String WHOLE =
      """
      SELECT contact_key, external_id, occurred_at, payload, event
      FROM set_aside_event JOIN inbound_event USING (contact_key, external_id)
      JOIN unnest(?::text[], ?::text[]) AS wanted (contact_key, external_id)
        USING (contact_key, external_id)
      ORDER BY occurred_at, contact_key, external_id
      """;

  private static final String END =
      """
      WITH ended AS (
        DELETE FROM set_aside_event
        USING unnest(?::text[], ?::text[]) AS wanted (contact_key, external_id)
        WHERE set_aside_event.contact_key = wanted.contact_key
          AND set_aside_event.external_id = wanted.external_id
        RETURNING set_aside_event.contact_key, set_aside_event.external_id)
      UPDATE inbound_event SET state = ? FROM ended
      WHERE inbound_event.contact_key = ended.contact_key
        AND inbound_event.external_id = ended.external_id
      RETURNING inbound_event.contact_key, inbound_event.external_id
      """;

  private static final String COUNT = "SELECT count(*) FROM set_aside_event";

  private static final String DELETE =
      """
      DELETE FROM set_aside_event WHERE (contact_key, external_id) IN (
        SELECT contact_key, external_id FROM set_aside_event
        WHERE set_aside_at < now() - make_interval(secs => ?)
        ORDER BY set_aside_at LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  private final Database database;

  SetAsideTable(Database database) {
    this.database = database;
  }

  /** Keeps what it takes to try again, within the caller's transaction; in key order. */
  void keep(List<SetAside> failed) {
    database.update(
        KEEP,
        Column.texts(failed, one -> one.event().contact().text()),
        Column.texts(failed, one -> one.event().externalId()),
        Column.texts(failed, one -> EventJson.write(one.event().event())));
  }

  /** The newest first, with at most so many bytes of each payload. */
  List<Entry> newest(
      Optional<ContactKey> contact, Optional<Place> before, int most, int payloadBytes) {
    var key = contact.map(ContactKey::text);
    return database.query(
        NEWEST,
        SetAsideTable::entry,
        payloadBytes,
        key,
        key,
        before.map(Place::at),
        before.map(it -> it.id().contact().text()),
        before.map(it -> it.id().externalId()),
        most);
  }

  /** Those of them that are still set aside, whole, the oldest first. */
  List<Inbound> whole(List<Id> ids) {
    return database.query(WHOLE, SetAsideTable::inbound, contacts(ids), externalIds(ids));
  }

  /** They are set aside no longer; those that were until now. */
  List<Id> end(List<Id> ids, String state) {
    return database.query(END, SetAsideTable::id, contacts(ids), externalIds(ids), state);
  }

  long count() {
    return database.query(COUNT, row -> row.getLong(1)).getFirst();
  }

  /** Deletes at most so many of those that were set aside longer ago; how many. */
  int deleteOlderThan(Duration age, int most) {
    return database.update(DELETE, age, most);
  }

  private static Id id(ResultSet row) throws SQLException {
    return new Id(ContactKey.parse(row.getString("contact_key")), row.getString("external_id"));
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        id(row),
        row.getString("kind"),
        row.getTimestamp("occurred_at").toInstant(),
        row.getTimestamp("set_aside_at").toInstant(),
        Optional.ofNullable(row.getString("error")).orElse(""),
        new String(row.getBytes("beginning"), StandardCharsets.UTF_8));
  }

  private static Inbound inbound(ResultSet row) throws SQLException {
    var id = id(row);
    return new Inbound(
        id.contact(),
        id.externalId(),
        row.getTimestamp("occurred_at").toInstant(),
        EventJson.read(row.getString("event")),
        row.getBytes("payload"));
  }

  private static Column contacts(List<Id> ids) {
    return Column.texts(ids, id -> id.contact().text());
  }

  private static Column externalIds(List<Id> ids) {
    return Column.texts(ids, Id::externalId);
  }
}
