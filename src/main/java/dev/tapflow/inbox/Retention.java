package dev.tapflow.inbox;

import dev.tapflow.start.Draining;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.IntSupplier;

/**
 * Deletes what came in longer ago than {@code tapflow.retention.events}, in pieces small enough to
 * disturb nobody. Every replica does it; they take different rows.
 */
@ApplicationScoped
class Retention {

  private static final int PIECE = 500;

  /** So that what is hot comes in between. */
  private static final Duration PAUSE = Duration.ofMillis(20);

  private final EventTable events;
  private final UnroutedTable unrouted;
  private final SetAsideTable setAside;
  private final RetentionSettings settings;
  private final Draining draining;

  Retention(
      EventTable events,
      UnroutedTable unrouted,
      SetAsideTable setAside,
      RetentionSettings settings,
      Draining draining) {
    this.draining = draining;
    this.events = events;
    this.unrouted = unrouted;
    this.setAside = setAside;
    this.settings = settings;
  }

  @Scheduled(
      identity = "inbox-retention",
      every = "10m",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deleteOld() {
    untilNoneIsLeft(() -> events.deleteOlderThan(settings.events(), PIECE));
    untilNoneIsLeft(() -> setAside.deleteOlderThan(settings.events(), PIECE));
    untilNoneIsLeft(() -> unrouted.deleteOlderThan(settings.events(), PIECE));
  }

  private void untilNoneIsLeft(IntSupplier piece) {
    var mayBeMore = true;
    while (mayBeMore && !draining.beginsWithin(PAUSE)) {
      mayBeMore = QuarkusTransaction.requiringNew().call(piece::getAsInt) == PIECE;
    }
  }
}
