package dev.tapflow.outbox;

import dev.tapflow.start.DatabaseReady;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;

/**
 * Starts sending when the database is there, and ends it so that another replica can go on at once.
 */
@ApplicationScoped
class OutboxLife {

  /** Longer than a channel's timeouts, shorter than what an orchestrator waits. */
  private static final long SECONDS_TO_FINISH = 20;

  private final Dispatch dispatch;
  private final HttpCallDispatch calls;
  private final Sweeper sweeper;

  OutboxLife(Dispatch dispatch, HttpCallDispatch calls, Sweeper sweeper) {
    this.dispatch = dispatch;
    this.calls = calls;
    this.sweeper = sweeper;
  }

  void begin(@Observes DatabaseReady ready) {
    dispatch.start();
    calls.start();
    sweeper.start();
  }

  void end(@Observes ShutdownEvent event) {
    sweeper.stop();
    var end = Instant.now().plusSeconds(SECONDS_TO_FINISH);
    calls.stop();
    dispatch.stop(SECONDS_TO_FINISH);
    calls.awaitEnd(end);
  }
}
