package dev.tapflow.conversation.timer;

import dev.tapflow.database.DatabaseException;
import dev.tapflow.message.BusinessClock;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Watches whether timers fire in time, whoever fires them. */
@ApplicationScoped
class TimerWatch {

  private static final Logger LOG = Logger.getLogger(TimerWatch.class);
  private static final Duration TOO_LATE = Duration.ofMinutes(1);

  /** Counting further would say nothing new. */
  private static final int MOST = 10_000;

  private final TimerTable table;
  private final BusinessClock clock;
  private volatile Duration late = Duration.ZERO;
  private volatile long overdue;

  TimerWatch(TimerTable table, BusinessClock clock, MeterRegistry registry) {
    this.table = table;
    this.clock = clock;
    Gauge.builder("tapflow.timers.late", () -> late.toMillis() / 1000.0)
        .description("How late the longest overdue timer is")
        .baseUnit("seconds")
        .register(registry);
    Gauge.builder("tapflow.timers.overdue", () -> overdue)
        .description("Timers that are more than a minute late")
        .register(registry);
  }

  @Scheduled(every = "5s", concurrentExecution = ConcurrentExecution.SKIP)
  void look() {
    try {
      var now = clock.now();
      var before = late;
      late = table.oldest(now).map(since -> Duration.between(since, now)).orElse(Duration.ZERO);
      overdue = isTooLate(late) ? table.overdue(now.minus(TOO_LATE), MOST) : 0;
      tell(before);
    } catch (DatabaseException e) {
      LOG.debug("Whether timers are late could not be seen this time", e);
    }
  }

  private void tell(Duration before) {
    if (isTooLate(late) && !isTooLate(before)) {
      LOG.warnf("Timers are late: %d by more than a minute, the first by %s", overdue, late);
    } else if (isTooLate(before) && !isTooLate(late)) {
      LOG.info("Timers fire in time again");
    }
  }

  private static boolean isTooLate(Duration late) {
    return late.compareTo(TOO_LATE) > 0;
  }
}
