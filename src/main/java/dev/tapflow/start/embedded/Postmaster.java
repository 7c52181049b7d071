package dev.tapflow.start.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The server that says it owns a data folder.
 *
 * @see <a href="https://www.postgresql.org/docs/18/storage-file-layout.html">postmaster.pid</a>
 */
record Postmaster(long pid, int port) {

  private static final int PID_LINE = 0;
  private static final int PORT_LINE = 3;

  /** Reads the folder's {@code postmaster.pid}; empty when there is none or it is half written. */
  static Optional<Postmaster> of(Path folder) {
    try {
      var lines = Files.readAllLines(file(folder));
      if (lines.size() <= PORT_LINE) {
        return Optional.empty();
      }
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(PID_LINE).strip()),
              Integer.parseInt(lines.get(PORT_LINE).strip())));
    } catch (NoSuchFileException | NumberFormatException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(Path folder) {
    return folder.resolve("postmaster.pid");
  }

  /**
   * Whether that process still is a server: after a crash of the machine its number may be
   * another's.
   */
  boolean isAlive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .map(process -> process.info().command().map(it -> it.contains("postgres")).orElse(true))
        .orElse(false);
  }
}
