package dev.tapflow.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A notice that takes all the time would leave none to finish. */
@ApplicationScoped
final class DrainSettingsCheck implements StartCheck {

  private final DrainSettings settings;

  DrainSettingsCheck(DrainSettings settings) {
    this.settings = settings;
  }

  @Override
  public List<String> problems() {
    var half = settings.deadline().dividedBy(2);
    return settings.notice().compareTo(half) > 0
        ? List.of(
            "TAPFLOW_DRAIN_NOTICE is %s: expected at most half of TAPFLOW_DRAIN_DEADLINE, which is %s"
                .formatted(settings.notice(), settings.deadline()))
        : List.of();
  }
}
