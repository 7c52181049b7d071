package dev.tapflow.conversation.retention;

import dev.tapflow.conversation.retention.HistoryTable.History;
import dev.tapflow.database.DatabaseException;
import dev.tapflow.database.SharedWork;
import dev.tapflow.start.Draining;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Walks through the history and deletes what is old enough, a few blocks at a time with a pause
 * after each. One replica walks; the others leave it to that one.
 */
@ApplicationScoped
class HistoryRetention {

  private static final Logger LOG = Logger.getLogger(HistoryRetention.class);

  /** Of 8 kB each: some two thousand rows. */
  private static final int BLOCKS = 32;

  /** So that what is hot comes in between. */
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final HistoryTable table;
  private final HistorySettings settings;
  private final SharedWork walks;
  private final Draining draining;

  HistoryRetention(
      HistoryTable table, HistorySettings settings, DataSource database, Draining draining) {
    this.table = table;
    this.settings = settings;
    this.walks = new SharedWork(database, "history retention");
    this.draining = draining;
  }

  @Scheduled(
      identity = "history-retention",
      every = "6h",
      delayed = "10m",
      concurrentExecution = ConcurrentExecution.SKIP)
  void deleteOld() {
    walk(History.TRANSITIONS, settings.transitions());
    walk(History.CONVERSATIONS, settings.conversations());
  }

  private void walk(History history, Duration kept) {
    var before = Instant.now().minus(kept);
    walks.alone(history.ordinal(), SharedWork.WhenTaken.LEAVE_IT, () -> walk(history, before));
  }

  private void walk(History history, Instant before) {
    try {
      var end = table.blocks(history);
      var deleted = 0L;
      for (long block = 0; block < end && !draining.beginsWithin(PAUSE); block += BLOCKS) {
        deleted += table.delete(history, block, block + BLOCKS, before);
      }
      LOG.debugf("%d old %s were deleted", deleted, history);
    } catch (DatabaseException e) {
      LOG.warnf("Old %s are deleted later: %s", history, e.getMessage());
    }
  }
}
