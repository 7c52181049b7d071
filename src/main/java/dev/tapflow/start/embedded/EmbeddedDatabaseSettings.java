package dev.tapflow.start.embedded;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Offers the embedded database to the configuration, in the profiles dev and test only. */
@StaticInitSafe
public final class EmbeddedDatabaseSettings implements ConfigSourceFactory {

  private static final String FOLDER = "tapflow.embedded-database.folder";

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {

    return kindOf(context.getProfiles())
        .<Iterable<ConfigSource>>map(kind -> List.of(source(kind, context.getValue(FOLDER))))
        .orElse(List.of());
  }

  private static Optional<DatabaseKind> kindOf(List<String> profiles) {
    if (profiles.contains("test")) {
      return Optional.of(DatabaseKind.TEST);
    }
    return profiles.contains("dev") ? Optional.of(DatabaseKind.DEV) : Optional.empty();
  }

  private static ConfigSource source(DatabaseKind kind, ConfigValue folder) {
    var path = folder.getValue() == null ? kind.folder() : folder.getValue();
    return new EmbeddedDatabaseSource(
        new EmbeddedDatabase(Path.of(path).toAbsolutePath().normalize(), kind.database()));
  }
}
