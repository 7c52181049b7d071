package dev.tapflow.outbox;

import dev.tapflow.start.Draining;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Deletes messages that were settled longer ago than {@code tapflow.retention.messages}, in pieces
 * small enough to disturb nobody, each a transaction. Every replica does it; they take different
 * rows. What customers and their leases need, {@code recipient}, stays.
 */
@ApplicationScoped
class Retention {

  /** Rows in a transaction. */
  private static final int PIECE = 500;

  /** Some 500 KiB, in which there are about as many rows. */
  private static final int BLOCKS = 64;

  /** So that what is hot comes in between. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final RetentionStatements statements;
  private final RetentionSettings settings;
  private final Draining draining;

  Retention(RetentionStatements statements, RetentionSettings settings, Draining draining) {
    this.statements = statements;
    this.settings = settings;
    this.draining = draining;
  }

  @Scheduled(
      identity = "outbox-retention",
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteOld() {
    deleteMessages();
    deleteEarlyStatuses();
    statements.deleteUnused();
  }

  private void deleteMessages() {
    var piece = statements.takePiece(BLOCKS);
    while (piece.isPresent() && !draining.beginsWithin(PAUSE)) {
      statements.deleteMessages(piece.get(), BLOCKS, settings.messages());
      piece = statements.takePiece(BLOCKS);
    }
  }

  private void deleteEarlyStatuses() {
    var mayBeMore = true;
    while (mayBeMore && !draining.beginsWithin(PAUSE)) {
      mayBeMore = statements.deleteEarlyStatuses(PIECE) == PIECE;
    }
  }
}
