package dev.tapflow.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What processes have used of the machine; from {@code /proc}, so on Linux only. */
public final class Usage {

  private Usage() {}

  /** Resident memory in bytes; 0 where the machine does not tell. */
  public static long memory(long pid) throws IOException {
    var status = Path.of("/proc", String.valueOf(pid), "status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (var lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024)
          .findFirst()
          .orElse(0);
    }
  }

  /** Processor time of a process, and of those that it started and that still run. */
  public static Duration processor(long pid) {
    return ProcessHandle.of(pid)
        .map(
            process ->
                processor(process)
                    .plus(
                        process
                            .descendants()
                            .map(Usage::processor)
                            .reduce(Duration.ZERO, Duration::plus)))
        .orElse(Duration.ZERO);
  }

  private static Duration processor(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }
}
