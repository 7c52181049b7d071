package dev.tapflow.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long what went out is kept. */
@ConfigMapping(prefix = "tapflow.retention")
public interface RetentionSettings {

  /**
   * How long a settled message is kept, from when it was put. Not less than 2 days: an unclear send
   * is found by the ids of those that went out before it.
   */
  @WithDefault("90d")
  @DurationMin(days = 2)
  Duration messages();
}
