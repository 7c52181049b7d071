package dev.tapflow.start;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Lets what is done every so often begin, once everything else has, and stop first. The scheduler
 * is halted until then by a setting: a start that is refused must end with its list, and not with
 * the errors of jobs that found the application on its way out.
 */
@ApplicationScoped
class Timetable implements DrainStep {

  private static final int AFTER_ALL_ELSE = Integer.MAX_VALUE;

  private final Scheduler scheduler;

  Timetable(Scheduler scheduler) {
    this.scheduler = scheduler;
  }

  void begin(@Observes @Priority(AFTER_ALL_ELSE) StartupEvent start) {
    scheduler.resume();
  }

  @Override
  public Stage stage() {
    return Stage.TIMERS;
  }

  /** What a job has put into the inbox is finished there. */
  @Override
  public void drain(Drain drain) {
    scheduler.pause();
  }
}
