package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.database.Column;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes, renews and gives back the right to send to contacts, and reads the head of their queues.
 */
@Singleton
final class ClaimStatements {

  /**
   * What a claim needs, from a CTE {@code held} (the recipient as it is now) and a CTE {@code head}
   * (the first message not settled). The small tables of keys are joined by their primary keys.
   */
  static final String CLAIMED =
      """
      SELECT held.contact_key, held.owner, held.address, held.opted_out, held.silent_since,
        CASE WHEN held.window_refused IS DISTINCT FROM held.window_closes_at
          THEN held.window_closes_at END AS window_closes_at,
        held.bucket_full_at, pause.paused_until, stop.channel IS NOT NULL AS stopped,
        head.sequence, head.purpose, head.token, head.message, head.state, head.attempts,
        head.put_at
      FROM held
      LEFT JOIN head ON head.contact_key = held.contact_key
      LEFT JOIN unnest(?::text[], ?::text[]) AS key(channel, hash) ON key.channel = held.channel
      LEFT JOIN api_key_pause pause ON pause.key_hash = key.hash AND pause.paused_until > now()
      LEFT JOIN channel_stop stop ON stop.channel = held.channel AND stop.key_hash = key.hash
      WHERE held.owner IS NOT NULL
      """;

  /**
   * Reads the heads of contacts whose lease is held, and renews the lease; a contact with an empty
   * queue is given back. By the primary key of recipient and outbox_message_pending.
   *
   * <p>A statement sees the tables as they were when it began, but a row that it locks as it is
   * now. So a turn that commits in between is seen by its counted-up last_sequence only: then the
   * lease is kept and the contact claimed again, or its message would lie there and nobody would
   * look.
   */
  private static final String CLAIM =
      """
      WITH locked AS MATERIALIZED (
        SELECT r.contact_key
        FROM recipient r
        JOIN unnest(?::text[], ?::text[]) AS w(contact_key, owner) ON w.contact_key = r.contact_key
        WHERE r.owner = w.owner AND r.lease_until > now()
        ORDER BY r.contact_key FOR UPDATE OF r
      ), seen AS (
        SELECT r.contact_key, r.last_sequence
        FROM recipient r JOIN locked USING (contact_key)
      ), head AS (
        SELECT h.* FROM locked CROSS JOIN LATERAL (
          SELECT * FROM outbox_message m
          WHERE m.contact_key = locked.contact_key AND m.state IN ('queued', 'begun', 'unclear')
          ORDER BY m.sequence LIMIT 1) h
      ), held AS (
        UPDATE recipient r SET
          owner = CASE WHEN head.sequence IS NOT NULL OR r.last_sequence <> seen.last_sequence
            THEN r.owner END,
          lease_until = now() + make_interval(secs => ?),
          due_at = NULL
        FROM locked
          JOIN seen ON seen.contact_key = locked.contact_key
          LEFT JOIN head ON head.contact_key = locked.contact_key
        WHERE r.contact_key = locked.contact_key
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

  /** Locks in key order first, as every statement of several contacts does. By the primary key. */
  private static final String RENEW =
      """
      WITH locked AS MATERIALIZED (
        SELECT r.contact_key
        FROM recipient r
        JOIN unnest(?::text[], ?::text[]) AS w(contact_key, owner) ON w.contact_key = r.contact_key
        WHERE r.owner = w.owner AND r.lease_until > now()
        ORDER BY r.contact_key FOR UPDATE OF r
      )
      UPDATE recipient r SET lease_until = now() + make_interval(secs => ?)
      FROM locked WHERE r.contact_key = locked.contact_key
      """;

  private static final String GIVE_BACK =
      """
      UPDATE recipient SET owner = NULL, due_at = ?
      WHERE contact_key = ? AND owner = ? AND lease_until > now()
      """;

  private final Database database;
  private final Channels channels;
  private final Duration leaseTime;

  ClaimStatements(Database database, Channels channels, OutboxSettings settings) {
    this.database = database;
    this.channels = channels;
    this.leaseTime = settings.lease();
  }

  /** A contact and the name under which it was taken. */
  record Lease(ContactKey contact, String name) {}

  /** The claims that still hold and have something to do. */
  List<Claim> claim(List<Lease> leases) {
    return database.query(
        CLAIM,
        ClaimStatements::read,
        contacts(leases),
        names(leases),
        leaseTime,
        channelNames(),
        keyHashes());
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
    database.update(RENEW, contacts(leases), names(leases), leaseTime);
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

  /** For {@link #CLAIMED}: the channels, and next to them their keys. */
  Column channelNames() {
    return Column.texts(channels.all().stream().map(Channel::name).toList());
  }

  Column keyHashes() {
    return Column.texts(channels.all().stream().map(Channel::keyHash).toList());
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
        Database.time(row, "paused_until"),
        row.getBoolean("stopped"),
        head(row));
  }

  private static Optional<Claim.Head> head(ResultSet row) throws SQLException {
    if (row.getString("message") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Claim.Head(
            row.getLong("sequence"),
            Purpose.valueOf(row.getString("purpose")),
            row.getLong("token"),
            OutboundJson.read(row.getString("message")),
            MessageState.of(row.getString("state")),
            row.getInt("attempts"),
            Database.time(row, "put_at").orElseThrow()));
  }
}
