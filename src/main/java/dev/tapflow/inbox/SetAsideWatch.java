package dev.tapflow.inbox;

import dev.tapflow.database.DatabaseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Counts now and then what was set aside, so that a metric can tell without asking the database.
 */
@ApplicationScoped
class SetAsideWatch {

  private static final Logger LOG = Logger.getLogger(SetAsideWatch.class);

  private final SetAsideTable table;
  private final AtomicLong count;

  SetAsideWatch(SetAsideTable table, MeterRegistry registry) {
    this.table = table;
    this.count = registry.gauge("tapflow.inbox.set_aside", new AtomicLong());
  }

  @Scheduled(
      identity = "set-aside-watch",
      every = "10s",
      concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    try {
      count.set(table.count());
    } catch (DatabaseException e) {
      LOG.debug("What was set aside could not be counted this time", e);
    }
  }
}
