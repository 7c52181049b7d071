package dev.tapflow.outbox;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

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

  private final RetentionStatements statements;
  private final RetentionSettings settings;

  Retention(RetentionStatements statements, RetentionSettings settings) {
    this.statements = statements;
    this.settings = settings;
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
    while (piece.isPresent()) {
      statements.deleteMessages(piece.get(), BLOCKS, settings.messages());
      piece = statements.takePiece(BLOCKS);
    }
  }

  private void deleteEarlyStatuses() {
    int deleted;
    do {
      deleted = statements.deleteEarlyStatuses(PIECE);
    } while (deleted == PIECE);
  }
}
