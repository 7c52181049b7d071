package dev.tapflow.start;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jboss.logging.Logger;

/**
 * Brings the tables up to date at start. A database that is away does not stop the start: it is
 * tried again until it comes, and until then Tapflow is not ready.
 */
@ApplicationScoped
public class Migrations {

  private static final Logger LOG = Logger.getLogger(Migrations.class);

  private static final int AFTER_THE_CHECKS = 2;
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final Flyway flyway;
  private final Event<DatabaseReady> ready;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile boolean done;

  Migrations(Flyway flyway, Event<DatabaseReady> ready) {
    this.flyway = flyway;
    this.ready = ready;
  }

  /** Whether the tables are there, in the form this version needs. */
  public boolean areDone() {
    return done;
  }

  void begin(@Observes @Priority(AFTER_THE_CHECKS) StartupEvent start) {
    if (!attempt()) {
      Thread.ofVirtual().name("migrations").start(this::keepTrying);
    }
  }

  void stop(@Observes ShutdownEvent stop) {
    stopped.countDown();
  }

  private void keepTrying() {
    try {
      var over = false;
      while (!over) {
        over = stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS) || attempt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False when the database is away; a migration that fails is a bug, and thrown. */
  private boolean attempt() {
    try {
      flyway.migrate();
    } catch (FlywayValidateException e) {
      throw e;
    } catch (FlywayException e) {
      if (!DatabaseAway.is(e)) {
        throw e;
      }
      LOG.warnf(
          "The database is away, trying again in %d s: %s", PAUSE.toSeconds(), DatabaseAway.why(e));
      return false;
    }
    done = true;
    ready.fire(new DatabaseReady());
    return true;
  }
}
