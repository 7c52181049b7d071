package dev.tapflow.drill;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;

/** Breaks what the plan says while the customers tap. */
final class Chaos {

  private static final long LOOK_NANOS = 10_000_000;

  private final Plan plan;
  private final Crowd crowd;
  private final Fleet fleet;
  private final PostgreSql postgres;

  Chaos(Plan plan, Crowd crowd, Fleet fleet, PostgreSql postgres) {
    this.plan = plan;
    this.crowd = crowd;
    this.fleet = fleet;
    this.postgres = postgres;
  }

  /** Returns when everything is broken that was to be, or nobody taps any more. */
  void run() throws IOException, InterruptedException {
    for (var act : plan.acts()) {
      while (crowd.progress() < act.when() && crowd.isTapping()) {
        LockSupport.parkNanos(LOOK_NANOS);
      }
      perform(act);
    }
  }

  private void perform(Plan.Act act) throws IOException, InterruptedException {
    switch (act) {
      case Plan.Act.Kill kill -> fleet.kill(kill.replica(), kill.away());
      case Plan.Act.Restart restart -> {
        if (restart.crash()) {
          postgres.crash();
        } else {
          postgres.stop();
        }
        postgres.start();
      }
    }
  }
}
