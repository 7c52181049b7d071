package dev.tapflow.operations;

import dev.tapflow.conversation.Releases;
import dev.tapflow.outbox.call.ServiceSecrets;
import io.smallrye.health.api.HealthGroup;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Red while flows name a secret that no setting holds: calls that need it are not made. */
@HealthGroup("well")
class SecretsWell implements HealthCheck {

  private final Releases releases;
  private final ServiceSecrets secrets;

  SecretsWell(Releases releases, ServiceSecrets secrets) {
    this.releases = releases;
    this.secrets = secrets;
  }

  @Override
  public HealthCheckResponse call() {
    var missing =
        releases.published().stream()
            .flatMap(running -> secrets.missing(running.release().bot().secrets()).stream())
            .sorted()
            .toList();
    var response = HealthCheckResponse.named("secrets").status(missing.isEmpty());
    missing.forEach(setting -> response.withData(setting, "is not set"));
    return response.build();
  }
}
