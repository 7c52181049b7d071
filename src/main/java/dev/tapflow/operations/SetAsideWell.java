package dev.tapflow.operations;

import dev.tapflow.inbox.SetAsideEvents;
import io.smallrye.health.api.HealthGroup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Tells how many events wait for an operator. They make nothing red: each is one customer's, and
 * waits for a person, not for a machine.
 */
@HealthGroup("well")
class SetAsideWell implements HealthCheck {

  private final SetAsideEvents events;

  SetAsideWell(SetAsideEvents events) {
    this.events = events;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("set aside").up().withData("events", events.count()).build();
  }
}
