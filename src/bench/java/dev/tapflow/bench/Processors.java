package dev.tapflow.bench;

import dev.tapflow.bench.server.Usage;
import java.time.Duration;

/** Processor time that each part has used. */
record Processors(Duration bot, Duration postgres, Duration load) {

  static Processors now(long bot, long postgres) {
    return new Processors(
        Usage.processor(bot),
        Usage.processor(postgres),
        Usage.processor(ProcessHandle.current().pid()).minus(Usage.processor(bot)));
  }

  Processors since(Processors before) {
    return new Processors(
        bot.minus(before.bot), postgres.minus(before.postgres), load.minus(before.load));
  }
}
