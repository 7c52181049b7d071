package dev.tapflow.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How long what came in is kept. */
@ConfigMapping(prefix = "tapflow.retention")
public interface RetentionSettings {

  /**
   * How long events are kept, and with them the ids by which a second delivery is recognised. Not
   * less than 8 days: WhatsApp delivers again for up to 7. A customer's message older than this is
   * kept as too old and not handled.
   */
  @WithDefault("30d")
  @DurationMin(days = 8)
  Duration events();
}
