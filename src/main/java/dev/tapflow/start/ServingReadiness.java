package dev.tapflow.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready any more once it is asked to end. */
@Readiness
@ApplicationScoped
final class ServingReadiness implements HealthCheck {

  private final Draining draining;

  ServingReadiness(Draining draining) {
    this.draining = draining;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("serving")
        .status(!draining.hasBegun())
        .withData("state", draining.hasBegun() ? "draining" : "serving")
        .build();
  }
}
