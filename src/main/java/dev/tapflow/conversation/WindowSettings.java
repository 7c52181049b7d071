package dev.tapflow.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the 24-hour window is kept. */
@ConfigMapping(prefix = "tapflow.window")
public interface WindowSettings {

  /** Taken off the end, so that a message sent at the last moment is not refused. */
  @WithDefault("2m")
  Duration margin();

  /** Whether a reaction opens the window. WhatsApp does not say; no is the careful reading. */
  @WithDefault("false")
  boolean openedByReactions();

  /** Whether a message of an unknown type opens the window. WhatsApp does not say. */
  @WithDefault("false")
  boolean openedByUnsupported();
}
