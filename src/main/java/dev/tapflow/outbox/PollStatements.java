package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.ChannelsSettings;
import dev.tapflow.channel.ChannelsSettings.Statuses;
import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which messages' delivery is to be asked for, and when; any replica asks. */
@Singleton
final class PollStatements {

  /**
   * For a statement that accepts messages, whose CTEs {@code settled} and {@code held} tell the
   * message and its recipient: the first question, where the channel is one of those asked.
   */
  static final String POLLED =
      """
      , polled AS (
        INSERT INTO status_poll (contact_key, sequence, channel, message_id, next_at)
        SELECT s.contact_key, s.sequence, r.channel, s.message_id, now() + make_interval(secs => ?)
        FROM settled s JOIN held r USING (contact_key)
        WHERE r.channel = ANY(?::text[]) AND s.state = 'accepted' AND s.message_id IS NOT NULL
        ON CONFLICT DO NOTHING
      )
      """;

  /**
   * By status_poll_due. Its next question is set before this one is asked; what another replica has
   * taken is skipped.
   */
  private static final String TAKE_DUE =
      """
      WITH due AS (
        SELECT contact_key, sequence FROM status_poll
        WHERE channel = ? AND next_at <= now()
        ORDER BY next_at LIMIT ? FOR UPDATE SKIP LOCKED
      )
      UPDATE status_poll p
      SET asked = p.asked + 1,
        next_at = now() + make_interval(secs => pause.seconds[least(p.asked + 2, ?)])
      FROM due, (SELECT ?::float8[] AS seconds) pause
      WHERE p.contact_key = due.contact_key AND p.sequence = due.sequence
      RETURNING p.contact_key, p.sequence, p.message_id, p.asked
      """;

  /** By the primary key; unless another replica has asked since. */
  private static final String POSTPONE =
      """
      UPDATE status_poll SET asked = asked - 1, next_at = ?
      WHERE contact_key = ? AND sequence = ? AND asked = ?
      """;

  private static final String END =
      "DELETE FROM status_poll WHERE contact_key = ? AND sequence = ?";

  private final Database database;
  private final List<Duration> pauses;
  private final List<Channel> channels;

  PollStatements(
      Database database, Channels channels, ChannelsSettings settings, OutboxSettings outbox) {
    this.database = database;
    this.pauses = outbox.statusPolls();
    this.channels =
        channels.all().stream()
            .filter(
                channel ->
                    Optional.ofNullable(settings.channels().get(channel.name()))
                        .filter(it -> it.statusesOrDefault() == Statuses.POLL)
                        .isPresent())
            .toList();
  }

  /**
   * A message to ask for.
   *
   * @param asked how often, this time counted
   */
  record Poll(ContactKey contact, long sequence, String messageId, int asked) {}

  /** The channels that have to be asked. */
  List<Channel> channels() {
    return channels;
  }

  /** For {@link #POLLED}: how long after a message was accepted it is asked for. */
  Duration firstAfter() {
    return pauses.getFirst();
  }

  /** For {@link #POLLED}. */
  Column channelNames() {
    return Column.texts(channels.stream().map(Channel::name).toList());
  }

  /** Takes what is due on a channel; each is asked once by somebody. */
  List<Poll> takeDue(String channel, int most) {
    return database.query(
        TAKE_DUE,
        PollStatements::read,
        channel,
        most,
        pauses.size(),
        new Column(
            "float8", pauses.stream().map(it -> it.toMillis() / 1000.0).toArray(Double[]::new)));
  }

  /** Whether no question comes after this one. */
  boolean isLast(Poll poll) {
    return poll.asked() >= pauses.size();
  }

  /** Takes back that it was asked for; it is due again at a machine time. */
  void postpone(Poll poll, Instant until) {
    database.update(POSTPONE, until, poll.contact().text(), poll.sequence(), poll.asked());
  }

  void end(Poll poll) {
    database.update(END, poll.contact().text(), poll.sequence());
  }

  private static Poll read(ResultSet row) throws SQLException {
    return new Poll(
        ContactKey.parse(row.getString("contact_key")),
        row.getLong("sequence"),
        row.getString("message_id"),
        row.getInt("asked"));
  }
}
