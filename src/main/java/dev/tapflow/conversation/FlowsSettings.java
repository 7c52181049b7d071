package dev.tapflow.conversation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where flows come from, and when a changed folder is published. */
@ConfigMapping(prefix = "tapflow.flows")
public interface FlowsSettings {

  /** The folder with {@code bot.yaml} and the flows. */
  @WithDefault("flows")
  Path dir();

  /**
   * How often the folder is looked at; a changed one that passes the linter is published. Off in
   * production, where {@code POST /api/v1/flows/publish} does it.
   */
  Optional<Duration> watch();

  /**
   * Whether an open conversation moves to the newest release when its step still exists there. On
   * in dev mode, so that a saved text shows at once; off in production, where a conversation keeps
   * its release.
   */
  @WithDefault("false")
  boolean moveOpenConversations();
}
