package dev.tapflow.outbox;

import dev.tapflow.channel.Channel;
import dev.tapflow.database.Database;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Pauses of keys, stops of channels, and who may ask whether they are over. Small tables. */
@Singleton
final class KeyStatements {

  private static final String PAUSE =
      """
      INSERT INTO api_key_pause AS p (key_hash, paused_until, why) VALUES (?, ?, ?)
      ON CONFLICT (key_hash) DO UPDATE
      SET paused_until = greatest(p.paused_until, excluded.paused_until), why = excluded.why
      """;

  private static final String PAUSES = "SELECT * FROM api_key_pause WHERE paused_until > now()";

  private static final String STOP =
      """
      INSERT INTO channel_stop (channel, key_hash, code, why, next_probe_at)
      VALUES (?, ?, ?, ?, now() + make_interval(secs => ?))
      ON CONFLICT (channel, key_hash) DO UPDATE
      SET code = excluded.code, why = excluded.why, next_probe_at = excluded.next_probe_at
      RETURNING xmax = 0 AS is_new
      """;

  private static final String STOPS = "SELECT * FROM channel_stop";

  private static final String RESUME = "DELETE FROM channel_stop WHERE channel = ?";

  /** One replica gets the probe; the others find it taken. */
  private static final String TAKE_PROBE =
      """
      UPDATE channel_stop SET next_probe_at = now() + make_interval(secs => ?)
      WHERE channel = ? AND key_hash = ? AND next_probe_at <= now()
      """;

  /** One replica gets the lookup. */
  private static final String TAKE_LOOKUP =
      """
      INSERT INTO api_key_lookup AS l (key_hash, next_at)
      VALUES (?, now() + make_interval(secs => ?))
      ON CONFLICT (key_hash) DO UPDATE SET next_at = excluded.next_at WHERE l.next_at <= now()
      """;

  private final Database database;

  KeyStatements(Database database) {
    this.database = database;
  }

  record Pause(String keyHash, Instant until, String why) {}

  record Stop(String channel, String keyHash, String code, String why, Instant since) {

    boolean isOf(Channel other) {
      return channel.equals(other.name()) && keyHash.equals(other.keyHash());
    }
  }

  void pause(String keyHash, Instant until, String why) {
    database.update(PAUSE, keyHash, until, why);
  }

  List<Pause> pauses() {
    return database.query(
        PAUSES,
        row ->
            new Pause(
                row.getString("key_hash"),
                Database.time(row, "paused_until").orElseThrow(),
                row.getString("why")));
  }

  /** False when it was stopped already. */
  boolean stop(String channel, String keyHash, String code, String why, Duration probeAfter) {
    return database
        .query(STOP, row -> row.getBoolean("is_new"), channel, keyHash, code, why, probeAfter)
        .getFirst();
  }

  List<Stop> stops() {
    return database.query(STOPS, KeyStatements::stop);
  }

  private static Stop stop(ResultSet row) throws SQLException {
    return new Stop(
        row.getString("channel"),
        row.getString("key_hash"),
        row.getString("code"),
        row.getString("why"),
        Database.time(row, "stopped_at").orElseThrow());
  }

  boolean resume(String channel) {
    return database.update(RESUME, channel) > 0;
  }

  boolean takeProbe(Stop stop, Duration every) {
    return database.update(TAKE_PROBE, every, stop.channel(), stop.keyHash()) == 1;
  }

  boolean takeLookup(String keyHash, Duration every) {
    return database.update(TAKE_LOOKUP, keyHash, every) == 1;
  }
}
