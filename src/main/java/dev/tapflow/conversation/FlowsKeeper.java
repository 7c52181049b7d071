package dev.tapflow.conversation;

import dev.tapflow.conversation.Releases.Publication;
import dev.tapflow.start.DatabaseReady;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.jboss.logging.Logger;

/**
 * Publishes the folder once the database is there, then follows the folder (where it is watched)
 * and what other replicas publish.
 */
@ApplicationScoped
class FlowsKeeper {

  private static final Logger LOG = Logger.getLogger(FlowsKeeper.class);

  private final Releases releases;
  private final MovableClock clock;
  private boolean started;

  FlowsKeeper(Releases releases, MovableClock clock) {
    this.releases = releases;
    this.clock = clock;
  }

  /**
   * Reading flows takes a while the first time; the start has other things to wait for meanwhile.
   */
  void prepare(@Observes @Priority(1) StartupEvent start) {
    Thread.ofPlatform().name("flows").daemon().start(releases::prepare);
  }

  /** Before the first request where the database is there at start. */
  void publish(@Observes DatabaseReady ready) {
    tick();
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  synchronized void tick() {
    try {
      clock.refresh();
      if (started) {
        releases.freshen();
        releases.follow();
      } else {
        start();
      }
    } catch (RuntimeException e) {
      // the database is away; readiness says so, and the next tick tries again
      LOG.debug("The flows could not be looked after this time", e);
    }
  }

  private void start() {
    // the folder first: mostly its release is also the newest that is stored
    releases.prepare();
    releases.follow();
    var publication = releases.publishFolder();
    Releases.log(publication);
    started = true;
    if (publication instanceof Publication.Rejected
        && releases.published().isEmpty()
        && LaunchMode.current() == LaunchMode.NORMAL) {
      LOG.fatal("The flows have errors and the database holds no earlier release: nothing to run");
      Quarkus.asyncExit(1);
    }
  }
}
