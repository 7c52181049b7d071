package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.database.RoundTrip;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Takes, renews and gives back the right to send to contacts, and reads the head of their queues.
 */
@Singleton
final class ClaimStatements {

  /**
   * What a claim needs, from a CTE {@code held} (the recipient as it is now) and a CTE {@code head}
   * (the first message not settled).
   */
  static final String CLAIMED =
      """
      SELECT held.contact_key, held.owner, held.address, held.opted_out, held.silent_since,
        CASE WHEN held.window_refused IS DISTINCT FROM held.window_closes_at
          THEN held.window_closes_at END AS window_closes_at,
        held.bucket_full_at,
        head.sequence, head.purpose, head.token, head.message, head.state, head.attempts,
        head.put_at
      FROM held
      JOIN head ON head.contact_key = held.contact_key
      """;

  /**
   * Locks contacts whose lease is held, in key order, before another statement of the same round
   * trip reads and changes them. By the primary key.
   *
   * <p>In a statement of its own, for two reasons. The next one sees all that was committed before
   * the lock was had, such as a message that a turn has just put. And an UPDATE that finds a row
   * changed since it began checks its join again, and forgets the other rows of a WITH query.
   */
  private static final String LOCK =
      """
      SELECT r.contact_key
      FROM unnest(?::text[], ?::text[]) AS w(contact_key, owner)
      CROSS JOIN LATERAL (
        SELECT contact_key FROM recipient
        WHERE contact_key = w.contact_key AND owner = w.owner AND lease_until > now()
        FOR UPDATE) r
      """;

  /**
   * Reads the heads of contacts that {@link #LOCK} holds, and renews the lease; a contact with an
   * empty queue is given back. By the primary key of recipient and outbox_message_pending.
   */
  private static final String CLAIM =
      """
      WITH mine AS MATERIALIZED (
        SELECT r.contact_key
        FROM unnest(?::text[], ?::text[]) AS w(contact_key, owner)
        CROSS JOIN LATERAL (
          SELECT contact_key FROM recipient
          WHERE contact_key = w.contact_key AND owner = w.owner AND lease_until > now()
          LIMIT 1) r
      ), head AS (
        SELECT h.* FROM mine CROSS JOIN LATERAL (
          SELECT * FROM outbox_message m
          WHERE m.contact_key = mine.contact_key AND m.state IN ('queued', 'begun', 'unclear')
          ORDER BY m.sequence LIMIT 1) h
      ), held AS (
        UPDATE recipient r SET
          owner = CASE WHEN head.sequence IS NOT NULL THEN r.owner END,
          lease_until = now() + make_interval(secs => ?),
          due_at = NULL
        FROM mine LEFT JOIN head ON head.contact_key = mine.contact_key
        WHERE r.contact_key = mine.contact_key
        RETURNING r.*
      )
      """
          + CLAIMED;

  /**
   * Contacts that wait for a sender. By recipient_due; one that another replica takes is skipped.
   */
  private static final String TAKE_DUE =
      """
      WITH due AS (
        SELECT contact_key FROM recipient
        WHERE channel = ? AND owner IS NULL AND due_at <= now()
        ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      UPDATE recipient r
      SET owner = ?, lease_until = now() + make_interval(secs => ?), due_at = NULL
      FROM due WHERE r.contact_key = due.contact_key
      RETURNING r.contact_key
      """;

  /**
   * Contacts whose sender is gone: the head may or may not have left, the rest never began. By
   * recipient_lease and outbox_message_pending.
   */
  private static final String TAKE_LOST =
      """
      WITH lost AS (
        SELECT contact_key, lease_until FROM recipient
        WHERE owner IS NOT NULL AND lease_until < now()
        ORDER BY lease_until LIMIT ? FOR UPDATE SKIP LOCKED
      ), head AS (
        SELECT h.contact_key, h.sequence FROM lost CROSS JOIN LATERAL (
          SELECT * FROM outbox_message m
          WHERE m.contact_key = lost.contact_key AND m.state IN ('queued', 'begun', 'unclear')
          ORDER BY m.sequence LIMIT 1) h
      ), doubted AS (
        UPDATE outbox_message m
        SET state = 'unclear', attempts = m.attempts + 1,
          begun_at = coalesce(m.begun_at, lost.lease_until - make_interval(secs => ?)),
          unclear_since = now(), why = 'its sender is gone'
        FROM head JOIN lost USING (contact_key)
        WHERE m.contact_key = head.contact_key AND m.sequence = head.sequence
          AND m.state IN ('queued', 'begun')
        RETURNING m.contact_key
      )
      UPDATE recipient r SET owner = NULL, due_at = now()
      FROM lost WHERE r.contact_key = lost.contact_key
      RETURNING r.contact_key
      """;

  /** Of contacts that {@link #LOCK} holds; leases are named anew with every taking. */
  private static final String RENEW =
      """
      UPDATE recipient SET lease_until = now() + make_interval(secs => ?)
      WHERE contact_key = ANY(?) AND owner = ANY(?) AND lease_until > now()
      """;

  private static final String GIVE_BACK =
      """
      UPDATE recipient SET owner = NULL, due_at = ?
      WHERE contact_key = ? AND owner = ? AND lease_until > now()
      """;

  private final Database database;
  private final Duration leaseTime;

  ClaimStatements(Database database, OutboxSettings settings) {
    this.database = database;
    this.leaseTime = settings.lease();
  }

  /** A contact and the name under which it was taken. */
  record Lease(ContactKey contact, String name) {}

  /** The claims that still hold and have something to do. */
  List<Claim> claim(List<Lease> leases) {
    var trip = database.trip();
    lock(trip, leases);
    var claims =
        trip.query(CLAIM, ClaimStatements::read, contacts(leases), names(leases), leaseTime);
    trip.send();
    return claims.get();
  }

  /** Adds {@link #LOCK} to a round trip, which is one transaction. */
  static void lock(RoundTrip trip, List<Lease> leases) {
    var inOrder = leases.stream().sorted(Comparator.comparing(Lease::contact)).toList();
    trip.query(LOCK, row -> row.getString(1), contacts(inOrder), names(inOrder));
  }

  /** Takes contacts of a channel that wait, the longest due first. */
  List<Lease> takeDue(String channel, int most, String lease) {
    return database.query(
        TAKE_DUE,
        row -> new Lease(ContactKey.parse(row.getString("contact_key")), lease),
        channel,
        most,
        lease,
        leaseTime);
  }

  /** Frees contacts whose lease ran out; what their senders had begun becomes unclear. */
  int takeLost(int most) {
    return database.query(TAKE_LOST, row -> row.getString("contact_key"), most, leaseTime).size();
  }

  /** Renews leases that still hold; one that ran out stays lost. */
  void renew(List<Lease> leases) {
    var trip = database.trip();
    lock(trip, leases);
    trip.update(RENEW, leaseTime, contacts(leases), names(leases));
    trip.send();
  }

  /** Gives the right back; the contact is due again at a machine time. */
  void giveBack(Lease lease, Instant due) {
    database.update(GIVE_BACK, due, lease.contact().text(), lease.name());
  }

  private static Column contacts(List<Lease> leases) {
    return Column.texts(leases.stream().map(lease -> lease.contact().text()).toList());
  }

  private static Column names(List<Lease> leases) {
    return Column.texts(leases.stream().map(Lease::name).toList());
  }

  static Claim read(ResultSet row) throws SQLException {
    return new Claim(
        ContactKey.parse(row.getString("contact_key")),
        row.getString("owner"),
        Optional.ofNullable(row.getString("address")).map(PhoneNumber::new),
        Database.time(row, "window_closes_at"),
        row.getBoolean("opted_out"),
        row.getLong("silent_since"),
        Database.time(row, "bucket_full_at"),
        head(row));
  }

  private static Claim.Head head(ResultSet row) throws SQLException {
    return new Claim.Head(
        row.getLong("sequence"),
        Purpose.valueOf(row.getString("purpose")),
        row.getLong("token"),
        OutboundJson.read(row.getString("message")),
        MessageState.of(row.getString("state")),
        row.getInt("attempts"),
        Database.time(row, "put_at").orElseThrow());
  }
}
