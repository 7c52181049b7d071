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
  private final Settler settler;
  private final StoredStatuses statuses;
  private final HttpCallDispatch calls;
  private final Sweeper sweeper;

  OutboxLife(
      Dispatch dispatch,
      Settler settler,
      StoredStatuses statuses,
      HttpCallDispatch calls,
      Sweeper sweeper) {
    this.dispatch = dispatch;
    this.settler = settler;
    this.statuses = statuses;
    this.calls = calls;
    this.sweeper = sweeper;
  }

  void begin(@Observes DatabaseReady ready) {
    settler.start();
    statuses.start();
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
    settler.stop();
    statuses.stop();
    calls.awaitEnd(drain.end());
    sweeper.awaitEnd(drain.end());
    drain.left(dispatch.held().size(), "contacts in the middle of a send");
  }
}
