package dev.tapflow.conversation.timer;

import dev.tapflow.database.DatabaseException;
import dev.tapflow.database.SharedWork;
import dev.tapflow.database.SharedWork.WhenTaken;
import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.Inbound;
import dev.tapflow.start.Draining;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Puts timers that are due into the inbox, like any other event, until none is left. Replicas work
 * on different shares; should two ever find the same timer, its external id names conversation,
 * wait and time, and the second is a duplicate.
 */
@ApplicationScoped
public class DueTimers {

  private static final Logger LOG = Logger.getLogger(DueTimers.class);

  /** A power of two. With more, the index of what is due would be read more often. */
  static final int SHARES = 4;

  /** Read at once. */
  private static final int PAGE = 4096;

  /** Put in at once; two of them wait at most, so that customers never stand in a long line. */
  private static final int CHUNK = 256;

  private final TimerTable table;
  private final SharedWork shares;
  private final Inbox inbox;
  private final BusinessClock clock;
  private final BooleanSupplier ending;

  @Inject
  DueTimers(
      TimerTable table, Inbox inbox, BusinessClock clock, DataSource database, Draining draining) {
    this(table, new SharedWork(database, "timers"), inbox, clock, draining::hasBegun);
  }

  DueTimers(
      TimerTable table,
      SharedWork shares,
      Inbox inbox,
      BusinessClock clock,
      BooleanSupplier ending) {
    this.table = table;
    this.shares = shares;
    this.inbox = inbox;
    this.clock = clock;
    this.ending = ending;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void tick() {
    fire(WhenTaken.LEAVE_IT);
  }

  /** Fires what is due now, without waiting for the next tick. */
  public void fire() {
    fire(WhenTaken.WAIT);
  }

  private void fire(WhenTaken whenTaken) {
    try {
      if (!table.hasDue(clock.now())) {
        return;
      }
      // replicas that begin at different shares seldom meet
      var first = ThreadLocalRandom.current().nextInt(SHARES);
      for (int i = 0; i < SHARES; i++) {
        var share = (first + i) % SHARES;
        shares.alone(share, whenTaken, () -> fireAll(share));
      }
    } catch (DatabaseException e) {
      // the database is away; readiness says so, and the next tick tries again
      LOG.debug("Due timers could not be read this time", e);
    }
  }

  private void fireAll(int share) {
    var goesOn = true;
    while (goesOn && !ending.getAsBoolean()) {
      var due = table.due(clock.now(), share, SHARES, PAGE);
      goesOn = tell(due) && due.size() >= PAGE;
    }
  }

  /** False when the inbox takes no more for now. */
  private boolean tell(List<Inbound> due) {
    CompletionStage<Acceptance> before =
        CompletableFuture.completedFuture(new Acceptance.Durable());
    var goesOn = true;
    for (int from = 0; goesOn && from < due.size(); from += CHUNK) {
      var answer = inbox.accept(due.subList(from, Math.min(from + CHUNK, due.size())));
      goesOn = isDurable(before);
      before = answer;
    }
    return isDurable(before) && goesOn;
  }

  private static boolean isDurable(CompletionStage<Acceptance> answer) {
    return answer.toCompletableFuture().join() instanceof Acceptance.Durable;
  }
}
