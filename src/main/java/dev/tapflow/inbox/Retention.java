package dev.tapflow.inbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.IntSupplier;

/**
 * Deletes what came in longer ago than {@code tapflow.retention.events}, in pieces small enough to
 * disturb nobody. Every replica does it; they take different rows.
 */
@ApplicationScoped
class Retention {

  private static final int PIECE = 500;

  private final EventTable events;
  private final UnroutedTable unrouted;
  private final RetentionSettings settings;

  Retention(EventTable events, UnroutedTable unrouted, RetentionSettings settings) {
    this.events = events;
    this.unrouted = unrouted;
    this.settings = settings;
  }

  @Scheduled(
      identity = "inbox-retention",
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteOld() {
    untilNoneIsLeft(() -> events.deleteOlderThan(settings.events(), PIECE));
    untilNoneIsLeft(() -> unrouted.deleteOlderThan(settings.events(), PIECE));
  }

  private static void untilNoneIsLeft(IntSupplier piece) {
    int deleted;
    do {
      deleted = QuarkusTransaction.requiringNew().call(piece::getAsInt);
    } while (deleted == PIECE);
  }
}
