package dev.tapflow.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The process that listens on a port, as far as this system tells: on Linux, and for the processes
 * that we may look at.
 *
 * @see <a href="https://man7.org/linux/man-pages/man5/proc_pid_net.5.html">proc_pid_net(5)</a>
 */
record PortHolder(long pid, String command) {

  private static final Path PROC = Path.of("/proc");
  private static final String LISTENING = "0A";
  private static final int LOCAL_ADDRESS = 1;
  private static final int STATE = 3;
  private static final int INODE = 9;

  /** Says that the port is busy, by whom, and what to do. */
  static String sentence(int port) {
    var holder = of(port).map(PortHolder::toString).orElse("another process");
    return "Port %d is held by %s: stop it, or set QUARKUS_HTTP_PORT to a free port"
        .formatted(port, holder);
  }

  static Optional<PortHolder> of(int port) {
    return Stream.of("net/tcp", "net/tcp6")
        .flatMap(table -> lines(PROC.resolve(table)))
        .flatMap(line -> inode(line, port).stream())
        .flatMap(inode -> processWith("socket:[" + inode + "]").stream())
        .findFirst();
  }

  private static Optional<String> inode(String line, int port) {
    var columns = line.strip().split("\\s+");
    var listens =
        columns.length > INODE
            && columns[STATE].equals(LISTENING)
            && columns[LOCAL_ADDRESS].endsWith(":%04X".formatted(port));
    return listens ? Optional.of(columns[INODE]) : Optional.empty();
  }

  private static Optional<PortHolder> processWith(String socket) {
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process, socket))
        .map(process -> new PortHolder(process.pid(), process.info().command().orElse("unknown")))
        .findFirst();
  }

  private static boolean holds(ProcessHandle process, String socket) {
    try (var open = Files.list(PROC.resolve(process.pid() + "/fd"))) {
      return open.anyMatch(file -> pointsTo(file, socket));
    } catch (IOException e) {
      return false; // it ended, or is not ours to look at
    }
  }

  private static boolean pointsTo(Path file, String socket) {
    try {
      return Files.readSymbolicLink(file).toString().equals(socket);
    } catch (IOException e) {
      return false;
    }
  }

  private static Stream<String> lines(Path file) {
    try {
      return Files.readAllLines(file).stream();
    } catch (IOException e) {
      return Stream.empty(); // not Linux
    }
  }

  /** The command's arguments are left out: they may hold secrets. */
  @Override
  public String toString() {
    return "process %d (%s)".formatted(pid, command);
  }
}
