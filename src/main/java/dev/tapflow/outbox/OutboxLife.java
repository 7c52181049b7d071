package dev.tapflow.outbox;

import dev.tapflow.start.DatabaseReady;
import dev.tapflow.start.Drain;
import dev.tapflow.start.DrainStep;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Starts sending when the database is there, and ends it so that another replica can go on at once.
 */
@ApplicationScoped
class OutboxLife implements DrainStep {

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

  @Override
  public Stage stage() {
    return Stage.OUTBOX;
  }

  @Override
  public void drain(Drain drain) throws InterruptedException {
    sweeper.stop();
    calls.stop();
    dispatch.stop(drain.timeLeft().toSeconds());
    calls.awaitEnd(drain.end());
    sweeper.awaitEnd(drain.end());
    drain.left(dispatch.held().size(), "contacts in the middle of a send");
  }
}
