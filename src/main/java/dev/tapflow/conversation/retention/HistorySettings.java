package dev.tapflow.conversation.retention;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long what was said is kept. */
@ConfigMapping(prefix = "tapflow.retention")
public interface HistorySettings {

  /** How long the history of steps is kept: what the funnel and "why did it say that?" read. */
  @WithDefault("180d")
  @DurationMin(days = 1)
  Duration transitions();

  /** How long ended conversations are kept. A contact's newest one stays: the next counts on. */
  @WithDefault("180d")
  @DurationMin(days = 1)
  Duration conversations();
}
