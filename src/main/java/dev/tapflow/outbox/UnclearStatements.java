package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds and clears unclear sends. No lease is needed: an unclear head holds its queue by itself.
 */
@Singleton
final class UnclearStatements {

  /** By outbox_message_unclear, then by the primary key of recipient. */
  private static final String UNCLEAR =
      """
      SELECT m.contact_key, m.sequence, m.attempts, m.free, r.address, m.begun_at, m.unclear_since
      FROM outbox_message m JOIN recipient r ON r.contact_key = m.contact_key
      WHERE m.state = 'unclear' AND r.channel = ANY(?) AND r.address IS NOT NULL
      ORDER BY m.unclear_since LIMIT ?
      """;

  /** By the primary key; a contact has hundreds of messages at most. */
  private static final String KNOWN =
      """
      SELECT message_id FROM outbox_message
      WHERE contact_key = ANY(?) AND message_id = ANY(?)
      """;

  /**
   * By the primary keys. The same attempt only: another replica may have cleared it, and it may be
   * unclear again.
   */
  private static final String CLEAR =
      """
      WITH cleared AS (
        UPDATE outbox_message m
        SET state = ?, message_id = ?::text, delivery = ?::text, delivery_at = ?::timestamptz,
          settled_at = ?::timestamptz, why = ?::text, begun_at = NULL, unclear_since = NULL
        WHERE m.contact_key = ? AND m.sequence = ? AND m.attempts = ? AND m.state = 'unclear'
        RETURNING m.contact_key, m.sequence, m.purpose, m.token, m.state, m.message_id
      ), owed AS (
        INSERT INTO owed_event (contact_key, external_id, kind, purposes, token, why, occurred_at)
        SELECT contact_key, 'outbox:undelivered:' || sequence, 'undelivered', ARRAY[purpose], token,
          ?, ?
        FROM cleared WHERE ?
        ON CONFLICT DO NOTHING
      ), woken AS (
        UPDATE recipient r SET due_at = now()
        FROM cleared WHERE r.contact_key = cleared.contact_key AND r.owner IS NULL
      ), held AS (
        SELECT r.contact_key, r.channel FROM recipient r JOIN cleared USING (contact_key)
      ), settled AS (
        SELECT * FROM cleared
      )
      """
          + PollStatements.POLLED
          + """
          SELECT count(*) AS cleared FROM cleared
          """;

  private final Database database;
  private final PollStatements polls;

  UnclearStatements(Database database, PollStatements polls) {
    this.database = database;
    this.polls = polls;
  }

  /** What became of an unclear send. */
  record Clearing(
      MessageState state,
      Optional<String> messageId,
      Optional<Delivery> delivery,
      String why,
      boolean undelivered) {}

  /** The longest unclear first. */
  List<UnclearSend> unclear(List<String> channels, int most) {
    return database.query(
        UNCLEAR,
        row ->
            new UnclearSend(
                ContactKey.parse(row.getString("contact_key")),
                row.getLong("sequence"),
                row.getInt("attempts"),
                row.getBoolean("free"),
                new PhoneNumber(row.getString("address")),
                Database.time(row, "begun_at").orElseThrow(),
                Database.time(row, "unclear_since").orElseThrow()),
        Column.texts(channels),
        most);
  }

  /** Which of these ids belong to messages of ours to these contacts. */
  Set<String> known(List<ContactKey> contacts, List<String> messageIds) {
    return new HashSet<>(
        database.query(
            KNOWN,
            row -> row.getString("message_id"),
            Column.texts(contacts, ContactKey::text),
            Column.texts(messageIds)));
  }

  /** False when it was cleared by somebody else. */
  boolean clear(UnclearSend send, Clearing clearing, Instant businessNow) {
    var isQueued = clearing.state() == MessageState.QUEUED;
    return database
            .query(
                CLEAR,
                row -> row.getInt("cleared"),
                clearing.state().text(),
                clearing.messageId(),
                clearing.delivery().map(it -> StatusStatements.word(it.rank())),
                clearing.delivery().map(Delivery::at),
                isQueued ? Optional.empty() : Optional.of(businessNow),
                clearing.why(),
                send.contact().text(),
                send.sequence(),
                send.attempts(),
                clearing.why(),
                businessNow,
                clearing.undelivered(),
                polls.firstAfter(),
                polls.channelNames())
            .getFirst()
        == 1;
  }
}
