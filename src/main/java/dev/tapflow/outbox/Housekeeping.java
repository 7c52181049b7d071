package dev.tapflow.outbox;

import dev.tapflow.database.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;

/** What need not be done every second: statuses that came early, and the count of what waits. */
@Singleton
final class Housekeeping {

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** By outbox_message_pending. */
  private static final String QUEUED =
      "SELECT count(*) AS queued FROM outbox_message WHERE state IN ('queued', 'begun', 'unclear')";

  private final StoredStatuses statuses;
  private final Database database;
  private final OutboxMetrics metrics;
  private Instant next = Instant.EPOCH;

  Housekeeping(StoredStatuses statuses, Database database, OutboxMetrics metrics) {
    this.statuses = statuses;
    this.database = database;
    this.metrics = metrics;
  }

  void keep() {
    if (Instant.now().isBefore(next)) {
      return;
    }
    next = Instant.now().plus(EVERY);
    statuses.applyKept();
    metrics.queued(database.query(QUEUED, row -> row.getLong("queued")).getFirst());
  }
}
