package dev.tapflow.start.embedded;

import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers one setting, and only when asked: whoever sets another database never starts this one.
 */
final class EmbeddedDatabaseSource implements ConfigSource {

  private static final String URL = "tapflow.embedded-database.url";

  private final EmbeddedDatabase database;
  private @Nullable String url;

  EmbeddedDatabaseSource(EmbeddedDatabase database) {
    this.database = database;
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of();
  }

  @Override
  public @Nullable String getValue(String name) {
    return URL.equals(name) ? url() : null;
  }

  private synchronized String url() {
    if (url == null) {
      url = database.url();
    }
    return url;
  }

  @Override
  public String getName() {
    return "embedded database";
  }
}
