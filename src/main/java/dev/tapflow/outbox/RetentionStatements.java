package dev.tapflow.outbox;

import dev.tapflow.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Deletes what nobody needs any more. */
@Singleton
final class RetentionStatements {

  /** The next piece of the table, for one replica; none while the table was walked of late. */
  private static final String TAKE_PIECE =
      """
      WITH piece AS (
        SELECT next_block AS first,
          next_block + ? >= pg_relation_size('outbox_message') / current_setting('block_size')::int
            AS is_last
        FROM outbox_retention WHERE rests_until <= now() FOR UPDATE
      )
      UPDATE outbox_retention r
      SET next_block = CASE WHEN is_last THEN 0 ELSE first + ? END,
        rests_until = now() + CASE WHEN is_last THEN interval '6 hours' ELSE interval '0' END
      FROM piece
      RETURNING piece.first
      """;

  /**
   * By the place of the rows. What was settled within a day is kept however old: a lookup must know
   * its id. Times of messages are business time, which is never behind the machine's: where it is
   * moved on, messages are kept for longer.
   */
  private static final String DELETE_MESSAGES =
      """
      DELETE FROM outbox_message
      WHERE ctid >= ?::text::tid AND ctid < ?::text::tid
        AND put_at < ? AND settled_at < ? AND state NOT IN ('queued', 'begun', 'unclear')
      """;

  /** Whose message never became known; by early_status_arrived. */
  private static final String DELETE_EARLY =
      """
      DELETE FROM early_status WHERE (channel_message_id, delivery) IN (
        SELECT channel_message_id, delivery FROM early_status
        WHERE arrived_at < now() - interval '1 day'
        ORDER BY arrived_at LIMIT ? FOR UPDATE SKIP LOCKED)
      """;

  /** Keys are changed and channels taken away; a bucket that has long been full says nothing. */
  private static final String DELETE_BUCKETS =
      "DELETE FROM rate_bucket WHERE full_at < now() - interval '30 days'";

  private static final String DELETE_PAUSES =
      "DELETE FROM api_key_pause WHERE paused_until < now() - interval '1 day'";

  private static final Duration A_DAY = Duration.ofDays(1);

  private final Database database;

  RetentionStatements(Database database) {
    this.database = database;
  }

  /** The first block of the next piece to look through; empty when that has been done of late. */
  Optional<Long> takePiece(int blocks) {
    return database.query(TAKE_PIECE, row -> row.getLong("first"), blocks, blocks).stream()
        .findFirst();
  }

  /** Deletes what is older in some blocks of the table; how many. */
  int deleteMessages(long firstBlock, int blocks, Duration age) {
    var now = Instant.now();
    return database.update(
        DELETE_MESSAGES,
        "(%d,0)".formatted(firstBlock),
        "(%d,0)".formatted(firstBlock + blocks),
        now.minus(age),
        now.minus(A_DAY));
  }

  /** Deletes at most so many statuses that came for nobody; how many. */
  int deleteEarlyStatuses(int most) {
    return database.update(DELETE_EARLY, most);
  }

  /** Deletes the few rows of keys that are no longer used. */
  void deleteUnused() {
    database.update(DELETE_BUCKETS);
    database.update(DELETE_PAUSES);
  }
}
