package dev.tapflow.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs a program to its end. */
final class Command {

  private Command() {}

  /** What the program said; a failure throws, with all that it said. */
  static String run(List<String> words) throws IOException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    var code = await(process);
    if (code != 0) {
      throw new IOException("%s ended with %d:%n%s".formatted(words.getFirst(), code, said));
    }
    return said;
  }

  static int await(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while a program ran", e);
    }
  }
}
