package dev.tapflow.drill;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** The production jar in a process of its own. What it says is kept in {@code target/drill}. */
final class Program implements AutoCloseable {

  static final Path FOLDER = Path.of("target", "drill");

  private static final Duration START = Duration.ofMinutes(4);

  /** Killed at the latest when this process ends, however it ends. */
  private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> STARTED.forEach(Process::destroyForcibly)));
  }

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();

  private final String name;
  private final Process process;
  private final URI ready;
  private volatile boolean ends;

  private Program(String name, Process process, int port) {
    this.name = name;
    this.process = process;
    this.ready = URI.create("http://localhost:%d/q/health/ready".formatted(port));
  }

  static Program start(String name, int port, Map<String, String> environment) {
    var log = FOLDER.resolve(name + ".log").toFile();
    var builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                // many short lives on few cores
                "-XX:TieredStopAtLevel=1",
                "-jar",
                new File("target/quarkus-app/quarkus-run.jar").getAbsolutePath())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().keySet().removeIf(Program::isOurs);
    builder.environment().putAll(environment);
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    try {
      var process = builder.start();
      STARTED.add(process);
      return new Program(name, process, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("QUARKUS_") || variable.startsWith("TAPFLOW_");
  }

  /**
   * A port that nobody listens on. It is kept while nobody listens, so it is none of those that the
   * system gives to outgoing connections.
   */
  static int freePort() {
    while (true) {
      var port = ThreadLocalRandom.current().nextInt(15_000, 30_000);
      try (var socket = new ServerSocket(port)) {
        return socket.getLocalPort();
      } catch (IOException taken) {
        // another one, then
      }
    }
  }

  void awaitReady() {
    await(name + " to be ready; its log is in " + FOLDER)
        .atMost(START)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> isReady() || !process.isAlive());
  }

  /** In words where it ended without being killed or asked to; empty while it runs. */
  Optional<String> trouble() {
    return process.isAlive() || ends
        ? Optional.empty()
        : Optional.of("%s ended by itself: %d".formatted(name, process.exitValue()));
  }

  boolean isAlive() {
    return process.isAlive();
  }

  private boolean isReady() throws InterruptedException {
    var request = HttpRequest.newBuilder(ready).timeout(Duration.ofSeconds(5)).build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }

  /** {@code kill -9}. */
  void kill() {
    ends = true;
    process.destroyForcibly().onExit().join();
  }

  /** SIGTERM; false when it did not end in time. */
  boolean terminate(Duration deadline) throws InterruptedException {
    ends = true;
    process.destroy();
    return process.waitFor(deadline.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    kill();
  }
}
