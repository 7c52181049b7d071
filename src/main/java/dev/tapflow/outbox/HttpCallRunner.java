package dev.tapflow.outbox;

import dev.tapflow.database.DatabaseException;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpAnswer.Reason;
import dev.tapflow.message.HttpCall;
import dev.tapflow.outbox.call.Attempt;
import dev.tapflow.outbox.call.HttpSettings;
import dev.tapflow.outbox.call.ServiceCalls;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/** Makes a call as often as it takes and may, and settles it. */
@Singleton
final class HttpCallRunner {

  private static final Logger LOG = Logger.getLogger(HttpCallRunner.class);

  private final ServiceCalls calls;
  private final HttpCallStatements statements;
  private final OwedEvents owed;
  private final HttpCallMetrics metrics;
  private final BusinessClock businessClock;
  private final Patience patience;
  private final Backoff backoff;

  HttpCallRunner(
      ServiceCalls calls,
      HttpCallStatements statements,
      OwedEvents owed,
      HttpCallMetrics metrics,
      BusinessClock businessClock,
      Patience patience,
      HttpSettings settings) {
    this.calls = calls;
    this.statements = statements;
    this.owed = owed;
    this.metrics = metrics;
    this.businessClock = businessClock;
    this.patience = patience;
    this.backoff = new Backoff(settings.backoff(), HttpCall.LONGEST_PAUSE);
  }

  /** Waits between two attempts. */
  interface Pause {
    /** False where the program ends, so that there will be no other attempt. */
    boolean of(Duration time) throws InterruptedException;
  }

  /** Makes it; when this returns it is settled, given back, or somebody else's. */
  void run(PendingCall call, Pause pause) throws InterruptedException {
    var end = System.nanoTime() + call.left().toNanos();
    var attempts = call.attempts();
    if (attempts > call.call().retry() && !call.call().method().equals("GET")) {
      settle(call, gone());
      return;
    }
    while (System.nanoTime() < end) {
      var number = ++attempts;
      switch (attempt(call, number)) {
        case Attempt.NotBegun none -> {
          giveBack(call, number - 1);
          return;
        }
        case Attempt.Done(var answer) -> {
          settle(call, answer);
          return;
        }
        case Attempt.MayGoBetter(var answer, var wanted) -> {
          if (number > call.call().retry()) {
            settle(call, answer);
            return;
          }
          if (!pause.of(pauseAfter(number, wanted))) {
            giveBack(call, number);
            return;
          }
        }
      }
    }
    overdue(call);
  }

  /** What is said of a call that may have left, by a sender that is gone. */
  static HttpAnswer gone() {
    return new HttpAnswer.Failed(Reason.UNCLEAR, "its sender is gone");
  }

  private Attempt attempt(PendingCall call, int number) throws InterruptedException {
    var begun = System.nanoTime();
    Attempt attempt;
    try {
      attempt = calls.attempt(call.call(), () -> begin(call, number));
    } catch (DatabaseException away) {
      throw away;
    } catch (RuntimeException bug) {
      attempt = new Attempt.Done(failed(call, bug));
    }
    var time = Duration.ofNanos(System.nanoTime() - begun);
    switch (attempt) {
      case Attempt.Done(var answer) -> metrics.attempted(answer, time);
      case Attempt.MayGoBetter(var answer, var pause) -> metrics.attempted(answer, time);
      case Attempt.NotBegun none -> {}
    }
    return attempt;
  }

  /**
   * What only asks may be repeated as it is; for the rest it must be known that it may have left.
   */
  private boolean begin(PendingCall call, int number) {
    return call.call().method().equals("GET")
        || patience.with(() -> statements.begin(call, number));
  }

  /** Its message is not logged: it could quote what a customer wrote. */
  private static HttpAnswer failed(PendingCall call, RuntimeException bug) {
    var frames = bug.getStackTrace();
    LOG.errorf(
        "A call for %s could not be made: %s at %s",
        call.contact(), bug.getClass().getName(), frames.length == 0 ? "?" : frames[0]);
    return new HttpAnswer.Failed(
        call.call().isRepeatable() ? Reason.UNREACHABLE : Reason.UNCLEAR, "it could not be made");
  }

  private Duration pauseAfter(int attempts, Duration wanted) {
    var ours = backoff.after(attempts, ThreadLocalRandom.current().nextDouble());
    var longer = wanted.compareTo(ours) > 0 ? wanted : ours;
    return longer.compareTo(HttpCall.LONGEST_PAUSE) > 0 ? HttpCall.LONGEST_PAUSE : longer;
  }

  private void giveBack(PendingCall call, int attempts) {
    patience.with(
        () -> {
          statements.giveBack(call, attempts);
          return true;
        });
  }

  private void overdue(PendingCall call) {
    LOG.warnf("A call for %s was not begun in time", call.contact());
    metrics.overdue();
    write(call, new HttpAnswer.Failed(Reason.TIMEOUT, "it was not begun in time"));
  }

  private void settle(PendingCall call, HttpAnswer answer) {
    if (answer instanceof HttpAnswer.Failed(var reason, var why)) {
      LOG.warnf("A call for %s failed, %s: %s", call.contact(), reason, why);
    }
    if (write(call, answer)) {
      metrics.ended(answer);
    }
  }

  private boolean write(PendingCall call, HttpAnswer answer) {
    var isSettled = patience.with(() -> statements.settle(call, answer, businessClock.now()));
    if (isSettled) {
      owed.tell(call.contact());
    }
    return isSettled;
  }
}
