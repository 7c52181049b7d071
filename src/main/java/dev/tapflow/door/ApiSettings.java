package dev.tapflow.door;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** Who may use the REST API and the pages in production. */
@ConfigMapping(prefix = "tapflow.api")
public interface ApiSettings {

  /**
   * What callers send as {@code Authorization: Bearer …}, at least 32 characters. Without it there
   * is no API and there are no pages.
   */
  Optional<String> token();
}
