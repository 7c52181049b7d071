package dev.tapflow.inbox;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How events are gathered. */
@ConfigMapping(prefix = "tapflow.inbox")
public interface InboxSettings {

  /**
   * Batches that may be under way at once in this replica; each takes a database connection. With
   * more of them batches are smaller, and cost more: two are enough for the database to be busy
   * while the next batch is thought through.
   */
  @WithDefault("2")
  @Min(1)
  @Max(64)
  int shards();

  /**
   * Events that may wait in each shard. Beyond it senders are told to deliver again later; at least
   * one delivery of 1,000 must fit.
   */
  @WithDefault("5000")
  @Min(1000)
  int queue();

  /**
   * Bytes of payload that may wait in all shards together. Beyond it senders are told to deliver
   * again later.
   */
  @WithDefault("32M")
  MemorySize bytes();
}
