package dev.tapflow.outbox.call;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/** The secrets that flows name and settings hold: {@code tapflow.secrets.<name>}. */
@Singleton
public final class ServiceSecrets {

  private static final String PREFIX = "tapflow.secrets.";

  private final Config config;

  ServiceSecrets(Config config) {
    this.config = config;
  }

  /** The settings that are missing or empty, for the secrets that a release names. */
  public List<String> missing(Collection<String> names) {
    return names.stream()
        .filter(name -> value(name).isEmpty())
        .map(ServiceSecrets::setting)
        .toList();
  }

  static String setting(String name) {
    return PREFIX + name;
  }

  /** Asked for one by one: an environment variable does not tell which name it stands for. */
  Optional<String> value(String name) {
    return config
        .getOptionalValue(setting(name), String.class)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
