package dev.tapflow.drill.malformed;

import dev.tapflow.drill.wire.Line;
import dev.tapflow.drill.wire.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How large a running Tapflow is.
 *
 * @param liveBytes what is left of the heap after a collection
 * @param series of its metrics
 * @param rows of the tables that webhooks write
 * @param storedBytes of the bodies that were kept
 */
record Size(long liveBytes, long threads, long series, long rows, long storedBytes) {

  private static final List<String> TABLES =
      List.of("inbound_event", "unrouted_event", "contact", "conversation", "early_status");

  /** Measures a process of this machine. */
  static Size of(long pid, Line line, String token, Table table) {
    var metrics =
        line.send("GET", "/q/metrics", new byte[0], "Authorization", "Bearer " + token)
            .join()
            .body()
            .lines()
            .filter(it -> !it.startsWith("#"))
            .toList();
    var threads =
        metrics.stream()
            .filter(it -> it.startsWith("jvm_threads_live_threads"))
            .mapToDouble(it -> Double.parseDouble(it.substring(it.lastIndexOf(' '))))
            .sum();
    var rows = TABLES.stream().mapToLong(it -> table.number("SELECT count(*) FROM " + it)).sum();
    return new Size(liveBytes(pid), (long) threads, metrics.size(), rows, storedBytes(table));
  }

  private static long storedBytes(Table table) {
    return table.number(
        """
        SELECT (SELECT coalesce(sum(octet_length(payload)), 0) FROM inbound_event)
          + (SELECT coalesce(sum(octet_length(payload)), 0) FROM unrouted_event)
        """);
  }

  /**
   * The histogram's last line: {@code Total <objects> <bytes>}; it collects first. Its output goes
   * to a file: this very process, if it is the one, stands still until it is written.
   */
  private static long liveBytes(long pid) {
    var command = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    try {
      var output = Files.createTempFile("histogram", ".txt");
      var process =
          new ProcessBuilder(command, String.valueOf(pid), "GC.class_histogram")
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
      var lines = Files.readAllLines(output, StandardCharsets.UTF_8);
      Files.delete(output);
      return lines.stream()
          .filter(it -> it.startsWith("Total"))
          .mapToLong(it -> Long.parseLong(it.strip().split(" +")[2]))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException(String.valueOf(lines)));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
