package dev.tapflow.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * How Tapflow ends when it is asked to (SIGTERM). It says that it is not ready, takes nothing more,
 * finishes what it has taken in, and gives the rest to other replicas. All of it happens before the
 * framework closes anything, so that whoever waits is answered.
 */
@ApplicationScoped
public class Draining {

  private static final Logger LOG = Logger.getLogger(Draining.class);

  /** What is kept of the deadline for closing the web and the pool. */
  private static final Duration TO_CLOSE = Duration.ofSeconds(2);

  private final List<DrainStep> steps;
  private final DrainSettings settings;
  private final CountDownLatch begun = new CountDownLatch(1);
  private volatile boolean closed;

  Draining(@All List<DrainStep> steps, DrainSettings settings) {
    this.steps = steps.stream().sorted(Comparator.comparing(DrainStep::stage)).toList();
    this.settings = settings;
  }

  /** Whether others should be asked instead. */
  public boolean hasBegun() {
    return begun.getCount() == 0;
  }

  /** Pauses, but not past the beginning of the end; true when that has come. */
  public boolean beginsWithin(Duration pause) {
    try {
      return begun.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  /** Whether nothing is taken any more. */
  public boolean isClosed() {
    return closed;
  }

  void drain(@Observes ShutdownDelayInitiatedEvent asked) {
    var start = Instant.now();
    begun.countDown();
    LOG.infof("Draining: what was taken in is finished, in at most %s", settings.deadline());
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      LastResort.after(settings.deadline());
      AskedAgain.endsAtOnce();
    }
    var drain = new Drain(start.plus(settings.deadline()).minus(TO_CLOSE));
    try {
      // proxies and probes need this long to notice, and nobody tells when they have
      Thread.sleep(settings.notice());
      closed = true;
      for (var step : steps) {
        attempt(step, drain);
      }
    } catch (InterruptedException hurry) {
      Thread.currentThread().interrupt();
    }
    var took = Duration.between(start, Instant.now());
    LOG.infof("Drained in %d ms: %s", took.toMillis(), drain.leftOver());
  }

  /** One that fails must not keep the others from finishing. */
  private static void attempt(DrainStep step, Drain drain) throws InterruptedException {
    try {
      step.drain(drain);
    } catch (RuntimeException e) {
      LOG.errorf(e, "Stage %s of draining broke off", step.stage());
    }
  }
}
