package dev.tapflow.start;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;

/** The database must be named; in dev and test the embedded one is. */
@ApplicationScoped
final class DatabaseCheck implements StartCheck {

  /** What stands in the production settings of the jar, so that there is something to replace. */
  private static final String PLACEHOLDER = "jdbc:postgresql://missing/missing";

  private final Config config;

  DatabaseCheck(Config config) {
    this.config = config;
  }

  @Override
  public List<String> problems() {
    return Stream.of(
            missing("quarkus.datasource.jdbc.url", "jdbc:postgresql://localhost:5432/tapflow"),
            missing("quarkus.datasource.username", "tapflow"),
            missing("quarkus.datasource.password", "a secret"))
        .flatMap(List::stream)
        .toList();
  }

  private List<String> missing(String setting, String example) {
    if (config
        .getOptionalValue(setting, String.class)
        .filter(it -> !it.equals(PLACEHOLDER))
        .isPresent()) {
      return List.of();
    }
    var variable = setting.replace('.', '_').toUpperCase(Locale.ROOT);
    return List.of(
        "%s is missing: set it to the database's, for example %s".formatted(variable, example));
  }
}
