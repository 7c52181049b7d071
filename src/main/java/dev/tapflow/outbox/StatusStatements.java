package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.DeliveryStatus.Rank;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delivery statuses: a batch is one locking read, one update, and inserts for what is special. */
@Singleton
final class StatusStatements {

  /** In key order, as every transaction of several contacts. By outbox_message_channel_id. */
  private static final String LOCK =
      """
      SELECT contact_key, sequence, channel_message_id, purpose, token, delivery, delivery_at
      FROM outbox_message WHERE channel_message_id = ANY(?)
      ORDER BY contact_key, sequence FOR UPDATE
      """;

  /** By the primary key. An answer without ids may have left WhatsApp's unknown. */
  private static final String LOCK_ONE =
      """
      UPDATE outbox_message SET channel_message_id = coalesce(channel_message_id, nullif(?, ''))
      WHERE contact_key = ? AND sequence = ?
      RETURNING contact_key, sequence, ?::text AS channel_message_id, purpose, token, delivery,
        delivery_at
      """;

  private static final String CHANGE =
      """
      UPDATE outbox_message m
      SET delivery = c.delivery, delivery_at = c.at, why = coalesce(c.why, m.why)
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::timestamptz[], ?::text[])
        AS c(contact_key, sequence, delivery, at, why)
      WHERE m.contact_key = c.contact_key AND m.sequence = c.sequence
      """;

  private static final String OWE =
      """
      INSERT INTO owed_event (contact_key, external_id, kind, purposes, token, why, occurred_at)
      SELECT o.contact_key, 'outbox:undelivered:' || o.sequence, 'undelivered', ARRAY[o.purpose],
        o.token, o.why, o.at
      FROM unnest(?::text[], ?::bigint[], ?::text[], ?::bigint[], ?::text[], ?::timestamptz[])
        AS o(contact_key, sequence, purpose, token, why, at)
      ORDER BY o.contact_key COLLATE "C", o.sequence
      ON CONFLICT DO NOTHING
      """;

  private static final String KEEP =
      """
      INSERT INTO early_status (channel_message_id, delivery, occurred_at, error)
      SELECT * FROM unnest(?::text[], ?::text[], ?::timestamptz[], ?::text[])
      ORDER BY 1, 2
      ON CONFLICT DO NOTHING
      """;

  /** Kept ones whose id has become known since. By outbox_message_channel_id. */
  private static final String KNOWN_NOW =
      """
      SELECT e.channel_message_id, e.delivery, e.occurred_at, e.error FROM early_status e
      WHERE EXISTS (
        SELECT FROM outbox_message m WHERE m.channel_message_id = e.channel_message_id)
      LIMIT ?
      """;

  private static final String FORGET =
      """
      DELETE FROM early_status e USING unnest(?::text[], ?::text[]) AS f(id, delivery)
      WHERE e.channel_message_id = f.id AND e.delivery = f.delivery
      """;

  private final Database database;

  StatusStatements(Database database) {
    this.database = database;
  }

  /** A message that statuses speak of. */
  record Reported(
      ContactKey contact,
      long sequence,
      String channelMessageId,
      Purpose purpose,
      long token,
      Optional<Delivery> delivery) {}

  /** A message whose delivery has changed. */
  record Change(Reported message, Delivery delivery, Optional<String> error) {}

  List<Reported> lock(List<String> channelMessageIds) {
    return database.query(LOCK, StatusStatements::reported, Column.texts(channelMessageIds));
  }

  /** The message a status was asked for; its id is taken to be the one that was answered. */
  List<Reported> lock(ContactKey contact, long sequence, String channelMessageId) {
    return database.query(
        LOCK_ONE,
        StatusStatements::reported,
        channelMessageId,
        contact.text(),
        sequence,
        channelMessageId);
  }

  void change(List<Change> changes) {
    database.update(
        CHANGE,
        Column.texts(changes.stream().map(it -> it.message().contact().text()).toList()),
        Column.numbers(changes.stream().map(it -> it.message().sequence()).toList()),
        Column.texts(changes.stream().map(it -> word(it.delivery().rank())).toList()),
        Column.maybeTimes(changes.stream().map(it -> Optional.of(it.delivery().at())).toList()),
        Column.maybeTexts(changes.stream().map(Change::error).toList()));
  }

  void owe(List<Change> failures) {
    database.update(
        OWE,
        Column.texts(failures.stream().map(it -> it.message().contact().text()).toList()),
        Column.numbers(failures.stream().map(it -> it.message().sequence()).toList()),
        Column.texts(failures.stream().map(it -> it.message().purpose().name()).toList()),
        Column.numbers(failures.stream().map(it -> it.message().token()).toList()),
        Column.texts(failures.stream().map(it -> it.error().orElse("failed")).toList()),
        Column.maybeTimes(failures.stream().map(it -> Optional.of(it.delivery().at())).toList()));
  }

  void keep(List<DeliveryStatus> early) {
    var sorted =
        early.stream()
            .sorted(
                Comparator.comparing(DeliveryStatus::channelMessageId)
                    .thenComparing(DeliveryStatus::rank))
            .toList();
    database.update(
        KEEP,
        Column.texts(sorted.stream().map(DeliveryStatus::channelMessageId).toList()),
        Column.texts(sorted.stream().map(it -> word(it.rank())).toList()),
        Column.maybeTimes(sorted.stream().map(it -> Optional.of(it.at())).toList()),
        Column.maybeTexts(sorted.stream().map(DeliveryStatus::error).toList()));
  }

  List<DeliveryStatus> knownNow(int most) {
    return database.query(
        KNOWN_NOW,
        row ->
            new DeliveryStatus(
                row.getString("channel_message_id"),
                rank(row.getString("delivery")),
                Database.time(row, "occurred_at").orElseThrow(),
                Optional.ofNullable(row.getString("error"))),
        most);
  }

  void forget(List<DeliveryStatus> statuses) {
    database.update(
        FORGET,
        Column.texts(statuses.stream().map(DeliveryStatus::channelMessageId).toList()),
        Column.texts(statuses.stream().map(it -> word(it.rank())).toList()));
  }

  private static Reported reported(ResultSet row) throws SQLException {
    return new Reported(
        ContactKey.parse(row.getString("contact_key")),
        row.getLong("sequence"),
        row.getString("channel_message_id"),
        Purpose.valueOf(row.getString("purpose")),
        row.getLong("token"),
        delivery(row.getString("delivery"), Database.time(row, "delivery_at")));
  }

  private static Optional<Delivery> delivery(@Nullable String word, Optional<Instant> at) {
    return word == null ? Optional.empty() : at.map(it -> new Delivery(rank(word), it));
  }

  static String word(Rank rank) {
    return rank.name().toLowerCase(Locale.ROOT);
  }

  static Rank rank(String word) {
    return Rank.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
