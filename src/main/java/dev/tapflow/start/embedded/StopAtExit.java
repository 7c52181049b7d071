package dev.tapflow.start.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Stops the server after this process has ended in the ordinary way; a killed one leaves it
 * running. Not before the end: while the bot drains it still writes.
 */
final class StopAtExit {

  /** Marks the process, since a live reload loads this class again. */
  private static final String MARK = "tapflow.embedded-database.stop-at-exit";

  private static final String WAIT_AND_STOP =
      "while kill -0 $0 2>/dev/null; do sleep 0.1; done; kill -INT $1";

  private StopAtExit() {}

  static void register(Postmaster postmaster) {
    var pid = String.valueOf(postmaster.pid());
    if (System.setProperty(MARK, pid) == null) {
      Runtime.getRuntime().addShutdownHook(new Thread(StopAtExit::stopAfterMe, "stop-postgres"));
    }
  }

  private static void stopAfterMe() {
    var me = String.valueOf(ProcessHandle.current().pid());
    var command = List.of("sh", "-c", WAIT_AND_STOP, me, System.getProperty(MARK));
    try {
      new ProcessBuilder(command)
          .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
