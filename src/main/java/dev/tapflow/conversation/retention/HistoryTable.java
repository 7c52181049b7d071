package dev.tapflow.conversation.retention;

import dev.tapflow.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;

/**
 * Deletes from {@code transition} and {@code conversation} by the place of rows in the table: no
 * index by time has to be kept up for it, and each statement reads a few blocks only.
 */
@ApplicationScoped
class HistoryTable {

  private static final String BLOCKS =
      "SELECT pg_relation_size(?::regclass) / current_setting('block_size')::int";

  private static final String TRANSITIONS =
      """
      DELETE FROM transition
      WHERE ctid >= ?::text::tid AND ctid < ?::text::tid AND occurred_at < ?
      """;

  private static final String CONVERSATIONS =
      """
      DELETE FROM conversation AS old
      WHERE ctid >= ?::text::tid AND ctid < ?::text::tid AND ended_at < ?
        AND EXISTS (SELECT FROM conversation AS newer
                    WHERE newer.contact_key = old.contact_key AND newer.ordinal > old.ordinal)
      """;

  private final Database database;

  HistoryTable(Database database) {
    this.database = database;
  }

  /** What is deleted. */
  enum History {
    TRANSITIONS("transition", HistoryTable.TRANSITIONS),
    CONVERSATIONS("conversation", HistoryTable.CONVERSATIONS);

    private final String table;
    private final String deletion;

    History(String table, String deletion) {
      this.table = table;
      this.deletion = deletion;
    }
  }

  /** How many blocks the table has now. */
  long blocks(History history) {
    return database.query(BLOCKS, row -> row.getLong(1), history.table).getFirst();
  }

  /** Deletes what is older in those blocks; how many rows. */
  int delete(History history, long fromBlock, long toBlock, Instant before) {
    return database.update(history.deletion, beginning(fromBlock), beginning(toBlock), before);
  }

  private static String beginning(long block) {
    return "(%d,0)".formatted(block);
  }
}
