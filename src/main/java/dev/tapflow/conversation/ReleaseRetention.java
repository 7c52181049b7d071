package dev.tapflow.conversation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;

/** Drops releases that no open conversation holds. Any number of replicas may do it at once. */
@ApplicationScoped
class ReleaseRetention {

  /** Long after the last replica has heard of a new release. */
  private static final Duration SETTLED = Duration.ofHours(1);

  private final ReleaseRepository releases;

  ReleaseRetention(ReleaseRepository releases) {
    this.releases = releases;
  }

  @Scheduled(
      identity = "release-retention",
      every = "1h",
      delayed = "15m",
      concurrentExecution = ConcurrentExecution.SKIP)
  @Transactional
  void dropUnused() {
    releases.dropUnused(Instant.now().minus(SETTLED));
  }
}
