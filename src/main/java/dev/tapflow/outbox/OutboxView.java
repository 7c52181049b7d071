package dev.tapflow.outbox;

import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the pages show of a contact's messages. */
@ApplicationScoped
public class OutboxView {

  /** The latest messages, in order. By the primary key, from its end. */
  private static final String LATEST =
      """
      SELECT * FROM (
        SELECT sequence, purpose, message ->> 'kind' AS kind, state, delivery, attempts, why,
          coalesce(settled_at, put_at) AS at, message_id, channel_message_id
        FROM outbox_message WHERE contact_key = ? ORDER BY sequence DESC LIMIT ?) latest
      ORDER BY sequence
      """;

  private final Database database;

  OutboxView(Database database) {
    this.database = database;
  }

  /**
   * A message and what became of it.
   *
   * @param kind {@code buttons}, {@code options}, {@code template} or {@code text}
   * @param state as {@link MessageState} names it, in lower case
   * @param delivery {@code sent}, {@code delivered}, {@code read} or {@code failed}
   * @param at business time of the last change of state
   */
  public record Entry(
      long sequence,
      String kind,
      String state,
      Optional<String> delivery,
      int attempts,
      Optional<String> why,
      Instant at,
      Optional<String> messageId,
      Optional<String> channelMessageId) {}

  /** The latest messages of a contact, oldest first; asks the database. */
  public List<Entry> latest(ContactKey contact, int most) {
    return database.query(
        LATEST,
        row ->
            new Entry(
                row.getLong("sequence"),
                row.getString("kind"),
                row.getString("state"),
                Optional.ofNullable(row.getString("delivery")),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("why")),
                Database.time(row, "at").orElseThrow(),
                Optional.ofNullable(row.getString("message_id")),
                Optional.ofNullable(row.getString("channel_message_id"))),
        contact.text(),
        most);
  }
}
