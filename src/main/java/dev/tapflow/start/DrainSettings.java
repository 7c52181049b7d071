package dev.tapflow.start;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;

/** How Tapflow ends when it is asked to. */
@ConfigMapping(prefix = "tapflow.drain")
public interface DrainSettings {

  /**
   * When it ends at the latest, with or without having finished; less than the orchestrator waits
   * before it kills (Kubernetes: 30 s).
   */
  @WithDefault("25s")
  @DurationMin(seconds = 5)
  Duration deadline();

  /**
   * How long it goes on taking webhooks while it says that it is not ready, so that whoever spreads
   * them hears of it. Part of the deadline.
   */
  @WithDefault("2s")
  @DurationMin(seconds = 0)
  Duration notice();
}
