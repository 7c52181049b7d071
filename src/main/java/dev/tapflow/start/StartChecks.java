package dev.tapflow.start;

import io.quarkus.arc.All;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Asks every check before anything else happens, and refuses to start with all that is wrong. */
@ApplicationScoped
final class StartChecks {

  private static final int BEFORE_ALL_ELSE = 1;

  private final List<StartCheck> checks;

  StartChecks(@All List<StartCheck> checks) {
    this.checks = checks;
  }

  void check(@Observes @Priority(BEFORE_ALL_ELSE) StartupEvent start) {
    var problems = checks.stream().flatMap(check -> check.problems().stream()).sorted().toList();
    if (!problems.isEmpty()) {
      throw new StartRefused(problems);
    }
  }
}
