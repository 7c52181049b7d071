package dev.tapflow.start;

import java.time.Duration;
import org.jboss.logging.Logger;

/** Ends the process when it has not ended by itself. What is under way is taken up by others. */
final class LastResort {

  private static final Logger LOG = Logger.getLogger(LastResort.class);

  private LastResort() {}

  static void after(Duration deadline) {
    Thread.ofPlatform().name("last-resort").daemon().start(() -> end(deadline));
  }

  private static void end(Duration deadline) {
    try {
      // whoever ends in time takes this thread along
      Thread.sleep(deadline);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    LOG.errorf("Not drained within %s: ends at once", deadline);
    Runtime.getRuntime().halt(AskedAgain.TERMINATED);
  }
}
