package dev.tapflow.operations;

import dev.tapflow.conversation.Releases;
import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Finding.Severity;
import io.smallrye.health.api.HealthGroup;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Red while the folder has errors, so that an older release runs than the one that was saved. */
@HealthGroup("well")
class FlowsWell implements HealthCheck {

  private static final int SHOWN = 10;

  private final Releases releases;

  FlowsWell(Releases releases) {
    this.releases = releases;
  }

  @Override
  public HealthCheckResponse call() {
    var errors =
        releases.findings().stream()
            .filter(finding -> finding.severity() == Severity.ERROR)
            .toList();
    var response = HealthCheckResponse.named("flows").status(errors.isEmpty());
    releases.published().ifPresent(running -> response.withData("release", running.release().id()));
    firstOf(errors).forEach(error -> response.withData(error.place().toString(), error.message()));
    return response.build();
  }

  private static List<Finding> firstOf(List<Finding> errors) {
    return errors.stream().limit(SHOWN).toList();
  }
}
