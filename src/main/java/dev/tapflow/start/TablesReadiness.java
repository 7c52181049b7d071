package dev.tapflow.start;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Not ready before the tables are there. */
@Readiness
@ApplicationScoped
final class TablesReadiness implements HealthCheck {

  private final Migrations migrations;

  TablesReadiness(Migrations migrations) {
    this.migrations = migrations;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("tables").status(migrations.areDone()).build();
  }
}
