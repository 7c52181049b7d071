package dev.tapflow.conversation.timer;

import dev.tapflow.database.Database;
import dev.tapflow.database.Row;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the tables {@code conversation} and {@code contact} say of timers. All statements go by the
 * partial indexes {@code conversation_due} and {@code contact_due}.
 */
@ApplicationScoped
class TimerTable {

  private static final String ANY =
      """
      SELECT EXISTS (SELECT FROM conversation WHERE wake_at <= ?)
          OR EXISTS (SELECT FROM contact WHERE appointment_at <= ?)
      """;

  private static final String DUE =
      """
      (SELECT contact_key, 'timer/' || ordinal AS what, wake_token AS token, wake_at AS due_at
       FROM conversation WHERE wake_at <= ? AND (hashtext(contact_key) & ?) = ?
       ORDER BY wake_at LIMIT ?)
      UNION ALL
      (SELECT contact_key, 'later', appointment_token, appointment_at
       FROM contact WHERE appointment_at <= ? AND (hashtext(contact_key) & ?) = ?
       ORDER BY appointment_at LIMIT ?)
      ORDER BY due_at
      """;

  private static final String OLDEST =
      """
      SELECT least((SELECT min(wake_at) FROM conversation WHERE wake_at <= ?),
                   (SELECT min(appointment_at) FROM contact WHERE appointment_at <= ?))
      """;

  private static final String OVERDUE =
      """
      SELECT (SELECT count(*) FROM (SELECT FROM conversation WHERE wake_at <= ? LIMIT ?) AS these)
           + (SELECT count(*) FROM (SELECT FROM contact WHERE appointment_at <= ? LIMIT ?) AS those)
      """;

  private final Database database;

  TimerTable(Database database) {
    this.database = database;
  }

  boolean hasDue(Instant now) {
    return one(ANY, row -> row.getBoolean(1), now, now);
  }

  /**
   * A share of those that are due, the latest first.
   *
   * @param share from 0 to one less than the number of shares, which is a power of two
   */
  List<Inbound> due(Instant now, int share, int shares, int most) {
    var mask = shares - 1;
    return database.query(DUE, TimerTable::timer, now, mask, share, most, now, mask, share, most);
  }

  /** Since when the oldest of those that are due has been. */
  Optional<Instant> oldest(Instant now) {
    Row<Optional<Instant>> reading =
        row -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant);
    return one(OLDEST, reading, now, now);
  }

  /** How many have been due since before then; it counts no further than so many of each kind. */
  long overdue(Instant then, int most) {
    return one(OVERDUE, row -> row.getLong(1), then, most, then, most);
  }

  private <T> T one(String sql, Row<T> row, Object... parameters) {
    return database.query(sql, row, parameters).getFirst();
  }

  private static Inbound timer(ResultSet row) throws SQLException {
    var token = row.getLong("token");
    var at = row.getTimestamp("due_at").toInstant();
    var id = "%s/%d/%d".formatted(row.getString("what"), token, at.toEpochMilli());
    var contact = ContactKey.parse(row.getString("contact_key"));
    return new Inbound(contact, id, at, new Event.TimerFired(token), new byte[0]);
  }
}
