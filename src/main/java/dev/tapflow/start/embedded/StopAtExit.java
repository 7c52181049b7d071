package dev.tapflow.start.embedded;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops the servers after this process has ended in the ordinary way; a killed one leaves them
 * running. Not before the end: while the bot drains it still writes.
 */
final class StopAtExit {

  /** Process ids, kept with the process itself, since a live reload loads this class again. */
  private static final String SERVERS = "tapflow.embedded-database.servers";

  private static final String WAIT_AND_STOP =
      "while kill -0 $0 2>/dev/null; do sleep 0.1; done; kill -INT $@";

  private StopAtExit() {}

  static void register(Postmaster postmaster) {
    synchronized (System.class) {
      var known = System.getProperty(SERVERS);
      var pid = String.valueOf(postmaster.pid());
      if (known == null) {
        System.setProperty(SERVERS, pid);
        Runtime.getRuntime().addShutdownHook(new Thread(StopAtExit::stopAfterMe, "stop-postgres"));
      } else if (!List.of(known.split(" ")).contains(pid)) {
        System.setProperty(SERVERS, known + " " + pid);
      }
    }
  }

  private static void stopAfterMe() {
    var me = String.valueOf(ProcessHandle.current().pid());
    List<String> command = new ArrayList<>(List.of("sh", "-c", WAIT_AND_STOP, me));
    for (var pid : System.getProperty(SERVERS).split(" ")) {
      if (new Postmaster(Long.parseLong(pid), 0).isAlive()) {
        command.add(pid);
      }
    }
    try {
      new ProcessBuilder(command)
          .redirectInput(Redirect.from(new File("/dev/null")))
          .redirectOutput(Redirect.DISCARD)
          .redirectError(Redirect.DISCARD)
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
