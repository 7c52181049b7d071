package dev.tapflow.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Where a command writes: results to the first stream, everything else to the second. Both are
 * UTF-8 whatever the locale says, for flows are.
 *
 * @param colours true where the reader is a person at a terminal that shows them
 * @param progress true where a line that changes can be seen
 */
record Terminal(PrintStream results, PrintStream notes, boolean colours, boolean progress) {

  /** The process's own streams. */
  static Terminal ofProcess() {
    var console = System.console();
    var watched = console != null && console.isTerminal();
    var plain = System.getenv("NO_COLOR") != null || "dumb".equals(System.getenv("TERM"));
    return new Terminal(
        stream(FileDescriptor.out), stream(FileDescriptor.err), watched && !plain, watched);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
