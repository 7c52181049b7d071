package dev.tapflow.outbox;

import dev.tapflow.database.Column;
import dev.tapflow.database.Database;
import dev.tapflow.outbox.rate.Draw;
import dev.tapflow.outbox.rate.Drawn;
import dev.tapflow.outbox.rate.Wish;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;

/**
 * Draws from the buckets that all replicas share. The rows are locked in the order of their names,
 * and for no longer than this one statement takes.
 */
@Singleton
final class RateStatements implements Draw {

  /** In a statement of its own: what draws must see each row as it is once its lock is had. */
  private static final String LOCK =
      "SELECT name FROM rate_bucket WHERE name = ANY(?) ORDER BY name FOR UPDATE";

  /**
   * By the primary key, of rows that {@link #LOCK} holds. A bucket may be drawn {@code depth}
   * ahead, and for those who wait a slot more: they use each token when its time comes. Nobody
   * waits for the disk: senders wait for this, and after a crash of the database the buckets are a
   * few tenths of a second too full.
   */
  private static final String DRAW =
      """
      WITH hasty AS MATERIALIZED (
        SELECT set_config('synchronous_commit', 'off', true)
      ), wish AS (
        SELECT * FROM unnest(?::text[], ?::float8[], ?::float8[], ?::bigint[], ?::bigint[])
          AS w(name, each, depth, waiting, spare)
      ), locked AS MATERIALIZED (
        SELECT b.name, greatest(b.full_at, now()) AS full_at
        FROM rate_bucket b WHERE b.name IN (SELECT name FROM wish)
      ), room AS (
        SELECT w.*, l.full_at, extract(epoch FROM l.full_at - now())::float8 AS ahead,
          greatest(0, floor((w.depth + ? - extract(epoch FROM l.full_at - now())::float8) / w.each))
            AS tokens
        FROM locked l JOIN wish w USING (name) CROSS JOIN hasty
      ), share AS (
        SELECT *, least(waiting, tokens) + least(spare, floor(greatest(0, tokens - waiting) / 4))
          AS drawn
        FROM room
      ), taken AS (
        UPDATE rate_bucket b
        SET full_at = s.full_at + make_interval(secs => s.drawn * s.each)
        FROM share s WHERE b.name = s.name AND s.drawn > 0
      )
      SELECT 'tokens' AS kind, name, '' AS key_hash, ahead + each - depth AS seconds, drawn
      FROM share
      UNION ALL
      SELECT 'pause', '', key_hash, extract(epoch FROM paused_until - now())::float8, 0
      FROM api_key_pause WHERE paused_until > now()
      UNION ALL
      SELECT 'stop', channel, key_hash, 0, 0 FROM channel_stop
      """;

  /** A bucket that nobody has drawn from yet is full; one that is there stays as it is. */
  private static final String MAKE =
      """
      INSERT INTO rate_bucket (name, full_at) SELECT name, now() FROM unnest(?::text[]) AS n(name)
      ORDER BY name
      ON CONFLICT DO NOTHING
      """;

  private static final double SLOT_SECONDS = 0.2;

  private final Database database;

  RateStatements(Database database) {
    this.database = database;
  }

  private record Line(String kind, String name, String keyHash, double seconds, int drawn) {}

  @Override
  public Drawn draw(List<Wish> wishes) {
    var drawn = drawOnce(wishes);
    if (drawn.slices().size() < wishes.size()) {
      database.update(MAKE, names(wishes));
      drawn = drawOnce(wishes);
    }
    return drawn;
  }

  private Drawn drawOnce(List<Wish> wishes) {
    var trip = database.trip();
    trip.query(LOCK, row -> row.getString("name"), names(wishes));
    var lines =
        trip.query(
            DRAW,
            row ->
                new Line(
                    row.getString("kind"),
                    row.getString("name"),
                    row.getString("key_hash"),
                    row.getDouble("seconds"),
                    row.getInt("drawn")),
            names(wishes),
            decimals(wishes.stream().map(it -> it.allowance().each()).toList()),
            decimals(wishes.stream().map(it -> it.allowance().depth()).toList()),
            Column.numbers(wishes.stream().map(it -> (long) it.waiting()).toList()),
            Column.numbers(wishes.stream().map(it -> (long) it.spare()).toList()),
            SLOT_SECONDS);
    trip.send();
    return sorted(lines.get());
  }

  private static Drawn sorted(List<Line> lines) {
    var slices = new ArrayList<Drawn.Slice>();
    var pauses = new HashMap<String, Duration>();
    var stops = new HashSet<Drawn.Stop>();
    for (var line : lines) {
      switch (line.kind()) {
        case "tokens" -> slices.add(new Drawn.Slice(line.name(), line.seconds(), line.drawn()));
        case "pause" -> pauses.put(line.keyHash(), Duration.ofNanos((long) (line.seconds() * 1e9)));
        default -> stops.add(new Drawn.Stop(line.name(), line.keyHash()));
      }
    }
    return new Drawn(slices, pauses, stops);
  }

  private static Column names(List<Wish> wishes) {
    return Column.texts(wishes.stream().map(it -> it.allowance().bucket()).toList());
  }

  private static Column decimals(Collection<Double> values) {
    return new Column("float8", values.toArray());
  }
}
