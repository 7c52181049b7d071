package dev.tapflow.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whether business time can be moved. */
@ConfigMapping(prefix = "tapflow.clock")
public interface ClockSettings {

  /** True in dev and test only: lets a person move business time ahead. */
  @WithDefault("false")
  boolean movable();
}
