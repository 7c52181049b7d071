package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes what became of a message. Every statement checks the lease, so that a replica that slept
 * settles nothing, and names the contact: all go by primary keys.
 */
@Singleton
final class SettleStatements {

  /**
   * Settles messages, owes flows their events, and claims each contact's next message or gives the
   * contact back: one statement, one commit, however many. By the primary keys; the recipients are
   * locked before ({@link ClaimStatements#lock}). A status that came before its id was known is
   * applied here; see {@link StatusStatements} for those that come at the same moment.
   */
  private static final String SETTLE =
      """
      WITH ended AS (
        SELECT * FROM unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[],
            ?::text[], ?::text[], ?::timestamptz[], ?::boolean[])
          AS e(contact_key, lease, sequence, state, attempts, message_id, channel_message_id, why,
            bucket_full_at, undelivered)
      ), mine AS MATERIALIZED (
        SELECT e.*, r.last_sequence > e.sequence AS may_have_more
        FROM ended e CROSS JOIN LATERAL (
          SELECT last_sequence FROM recipient
          WHERE contact_key = e.contact_key AND owner = e.lease AND lease_until > now()
          LIMIT 1) r
      ), head AS (
        SELECT h.* FROM mine CROSS JOIN LATERAL (
          SELECT * FROM outbox_message m
          WHERE mine.may_have_more AND m.contact_key = mine.contact_key
            AND m.sequence > mine.sequence AND m.state IN ('queued', 'begun', 'unclear')
          ORDER BY m.sequence LIMIT 1) h
      ), held AS (
        UPDATE recipient r SET
          owner = CASE WHEN head.sequence IS NOT NULL THEN r.owner END,
          lease_until = now() + make_interval(secs => ?),
          due_at = NULL,
          bucket_full_at = coalesce(mine.bucket_full_at, r.bucket_full_at)
        FROM mine LEFT JOIN head ON head.contact_key = mine.contact_key
        WHERE r.contact_key = mine.contact_key
        RETURNING r.*
      ), settled AS (
        UPDATE outbox_message m SET
          state = l.state, settled_at = ?, attempts = m.attempts + l.attempts,
          message_id = l.message_id, channel_message_id = l.channel_message_id, why = l.why,
          delivery = early.delivery, delivery_at = early.occurred_at
        FROM mine l LEFT JOIN LATERAL (
          SELECT e.delivery, e.occurred_at FROM early_status e
          WHERE e.channel_message_id = l.channel_message_id AND e.delivery <> 'failed'
          ORDER BY array_position(ARRAY['read', 'delivered', 'sent'], e.delivery) LIMIT 1
        ) early ON true
        WHERE m.contact_key = l.contact_key AND m.sequence = l.sequence
        RETURNING m.contact_key, m.sequence, m.purpose, m.token, m.settled_at, m.why, m.state,
          m.message_id, l.undelivered
      ), owed AS (
        INSERT INTO owed_event (contact_key, external_id, kind, purposes, token, why, occurred_at)
        SELECT contact_key, 'outbox:undelivered:' || sequence, 'undelivered', ARRAY[purpose], token,
          coalesce(why, ''), settled_at
        FROM settled WHERE undelivered
        ON CONFLICT DO NOTHING
      )
      """
          + PollStatements.POLLED
          + ClaimStatements.CLAIMED;

  /** Written before a send that would not be repeated without a look. */
  private static final String BEGIN =
      """
      WITH held AS (
        UPDATE recipient SET lease_until = now() + make_interval(secs => ?)
        WHERE contact_key = ? AND owner = ? AND lease_until > now()
        RETURNING contact_key
      )
      UPDATE outbox_message m SET state = 'begun', begun_at = now()
      FROM held WHERE m.contact_key = held.contact_key AND m.sequence = ?
      """;

  /** Back in line; the contact is due at a machine time. */
  private static final String PUT_BACK =
      """
      WITH held AS (
        UPDATE recipient SET owner = NULL, due_at = ?
        WHERE contact_key = ? AND owner = ? AND lease_until > now()
        RETURNING contact_key
      )
      UPDATE outbox_message m
      SET state = 'queued', begun_at = NULL, attempts = m.attempts + ?, why = ?
      FROM held WHERE m.contact_key = held.contact_key AND m.sequence = ?
      """;

  /** Holds the queue until the message is looked up. */
  private static final String DOUBT =
      """
      WITH held AS (
        UPDATE recipient SET owner = NULL, due_at = ?, bucket_full_at = ?
        WHERE contact_key = ? AND owner = ? AND lease_until > now()
        RETURNING contact_key
      )
      UPDATE outbox_message m
      SET state = 'unclear', begun_at = ?, unclear_since = now(), attempts = m.attempts + 1, why = ?
      FROM held WHERE m.contact_key = held.contact_key AND m.sequence = ?
      """;

  /**
   * Drops all queued free messages of a contact and owes its flow one event. Only while the window
   * is the one that was found closed: a customer who has written since has opened another.
   */
  private static final String DROP =
      """
      WITH held AS (
        SELECT contact_key FROM recipient
        WHERE contact_key = ? AND owner = ? AND lease_until > now()
          AND CASE WHEN window_refused IS DISTINCT FROM window_closes_at
            THEN window_closes_at END IS NOT DISTINCT FROM ?::timestamptz
        FOR UPDATE
      ), closed AS (
        UPDATE recipient r SET window_refused = r.window_closes_at
        FROM held WHERE ? AND r.contact_key = held.contact_key
      ), dropped AS (
        UPDATE outbox_message m SET state = 'dropped', settled_at = ?, why = ?
        FROM held
        WHERE m.contact_key = held.contact_key AND m.free AND m.state = 'queued'
        RETURNING m.contact_key, m.sequence, m.purpose
      ), owed AS (
        INSERT INTO owed_event (contact_key, external_id, kind, purposes, by_channel, occurred_at)
        SELECT contact_key, 'outbox:window-closed:' || min(sequence), 'window_closed',
          array_agg(purpose ORDER BY sequence), ?, ?
        FROM dropped GROUP BY contact_key
        ON CONFLICT DO NOTHING
      )
      SELECT count(*) AS dropped FROM dropped
      """;

  private final Database database;
  private final PollStatements polls;
  private final Duration leaseTime;

  SettleStatements(Database database, PollStatements polls, OutboxSettings settings) {
    this.database = database;
    this.polls = polls;
    this.leaseTime = settings.lease();
  }

  /**
   * The end of a message.
   *
   * @param bucketFullAt the pair rate after this send; empty where nothing was sent
   * @param undelivered the flow is told that it will never arrive
   */
  record Settlement(
      MessageState state,
      int attempts,
      Optional<String> messageId,
      Optional<String> channelMessageId,
      Optional<String> why,
      Optional<Instant> bucketFullAt,
      boolean undelivered) {

    /** Without anything having been sent. */
    static Settlement unsent(MessageState state, String why, boolean undelivered) {
      return new Settlement(
          state,
          0,
          Optional.empty(),
          Optional.empty(),
          Optional.of(why),
          Optional.empty(),
          undelivered);
    }
  }

  /** The end of the head of a claim. */
  record Ended(Claim claim, Claim.Head head, Settlement end) {}

  /**
   * Settles heads; the answers are the next claims of those contacts that have more to send.
   *
   * @param ended at most one a contact
   */
  List<Claim> settle(List<Ended> ended, Instant businessNow) {
    var trip = database.trip();
    ClaimStatements.lock(trip, ended.stream().map(it -> it.claim().asLease()).toList());
    var next =
        trip.query(
            SETTLE,
            ClaimStatements::read,
            Column.texts(ended, it -> it.claim().contact().text()),
            Column.texts(ended, it -> it.claim().lease()),
            Column.numbers(ended, it -> it.head().sequence()),
            Column.texts(ended, it -> it.end().state().text()),
            Column.numbers(ended, it -> it.end().attempts()),
            Column.maybeTexts(ended, it -> it.end().messageId()),
            Column.maybeTexts(ended, it -> it.end().channelMessageId()),
            Column.maybeTexts(ended, it -> it.end().why()),
            Column.maybeTimes(ended, it -> it.end().bucketFullAt()),
            Column.flags(ended, it -> it.end().undelivered()),
            leaseTime,
            businessNow,
            polls.firstAfter(),
            polls.channelNames());
    trip.send();
    return next.get();
  }

  /** Whether the send may begin: false when the lease is lost. */
  boolean begin(Claim claim, Claim.Head head) {
    return database.update(BEGIN, leaseTime, claim.contact().text(), claim.lease(), head.sequence())
        == 1;
  }

  /** Puts the head back in line. */
  void putBack(Claim claim, Claim.Head head, int attempts, String why, Instant due) {
    database.update(
        PUT_BACK, due, claim.contact().text(), claim.lease(), attempts, why, head.sequence());
  }

  /** Marks the head as unclear. */
  void doubt(Claim claim, Claim.Head head, Instant begun, String why, Instant due, Bucket bucket) {
    database.update(
        DOUBT,
        due,
        bucket.fullAt(),
        claim.contact().text(),
        claim.lease(),
        begun,
        why,
        head.sequence());
  }

  /** Drops what a closed window holds back; the number of messages that were dropped. */
  int drop(Claim claim, boolean byChannel, String why, Instant businessNow) {
    List<Integer> counts =
        database.query(
            DROP,
            row -> row.getInt("dropped"),
            claim.contact().text(),
            claim.lease(),
            claim.windowClosesAt(),
            byChannel,
            businessNow,
            why,
            byChannel,
            businessNow);
    return counts.getFirst();
  }
}
