package dev.tapflow.start;

import io.quarkus.runtime.LaunchMode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** A secret that everybody can read in our source is no secret: production refuses it. */
@ApplicationScoped
final class SandboxSecretsCheck implements StartCheck {

  private static final String KNOWN_TO_ALL = "sandbox-secret";

  private final Config config;

  SandboxSecretsCheck(Config config) {
    this.config = config;
  }

  @Override
  public List<String> problems() {
    return LaunchMode.current() == LaunchMode.NORMAL ? known() : List.of();
  }

  private List<String> known() {
    return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
        .filter(SandboxSecretsCheck::isOfAChannelOrDesk)
        .filter(
            name ->
                config
                    .getOptionalValue(name, String.class)
                    .filter(KNOWN_TO_ALL::equals)
                    .isPresent())
        .map(SandboxSecretsCheck::variable)
        .distinct()
        .map("%s is the sandbox's: set it to the secret that you share with the sender"::formatted)
        .toList();
  }

  private static boolean isOfAChannelOrDesk(String name) {
    var variable = variable(name);
    return variable.startsWith("TAPFLOW_CHANNELS_") || variable.startsWith("TAPFLOW_DESKS_");
  }

  private static String variable(String name) {
    return name.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
