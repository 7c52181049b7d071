package dev.tapflow.operations;

import dev.tapflow.conversation.Releases;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready only once there are flows to run. */
@Readiness
class FlowsReadiness implements HealthCheck {

  private final Releases releases;

  FlowsReadiness(Releases releases) {
    this.releases = releases;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("flows loaded")
        .status(releases.published().isPresent())
        .build();
  }
}
