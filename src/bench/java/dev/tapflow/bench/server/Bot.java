package dev.tapflow.bench.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The production jar in a process of its own, set up by environment variables. */
public final class Bot implements AutoCloseable {

  /** Signs webhooks. */
  public static final String SECRET = "a-secret-of-the-bench";

  /** Opens the stub. */
  public static final String KEY = "a-key-of-the-bench";

  /** The most that the setting takes: above any load, but every send asks it. */
  private static final String ABOVE_THE_LOAD = "999999/1s";

  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final Process process;
  private final int port;
  private final Path log;

  private Bot(Process process, int port, Path log) {
    this.process = process;
    this.port = port;
    this.log = log;
  }

  /** Starts the jar; it is not ready yet. */
  public static Bot start(BotSettings settings, String databaseUrl, String octopodsUrl)
      throws IOException {
    var port = Ports.choose(settings.port());
    var builder =
        new ProcessBuilder(command(settings))
            .redirectErrorStream(true)
            .redirectOutput(settings.log().toFile());
    builder.environment().keySet().removeIf(Bot::isOurs);
    builder.environment().putAll(environment(settings, port, databaseUrl, octopodsUrl));
    var process = builder.start();
    // also when the bench is stopped by a signal
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new Bot(process, port, settings.log());
  }

  private static List<String> command(BotSettings settings) {
    var words = new ArrayList<String>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    words.addAll(settings.javaOptions());
    words.addAll(List.of("-jar", settings.jar().toString()));
    return words;
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("QUARKUS_") || variable.startsWith("TAPFLOW_");
  }

  private static Map<String, String> environment(
      BotSettings settings, int port, String databaseUrl, String octopodsUrl) {
    var all = new HashMap<String, String>();
    all.put("QUARKUS_HTTP_PORT", String.valueOf(port));
    all.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    all.put("QUARKUS_DATASOURCE_JDBC_URL", databaseUrl);
    all.put("QUARKUS_DATASOURCE_USERNAME", Postgres.USER);
    all.put("QUARKUS_DATASOURCE_PASSWORD", Postgres.USER);
    all.put("TAPFLOW_FLOWS_DIR", settings.flows().toString());
    all.put("TAPFLOW_CHANNELS_MAIN_KIND", "octopods");
    all.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_URL", octopodsUrl);
    all.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY", KEY);
    all.put("TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", SECRET);
    all.put("TAPFLOW_CHANNELS_MAIN_CLOUD_VERIFY_TOKEN", "a-token");
    all.put("TAPFLOW_CHANNELS_MAIN_RATE", ABOVE_THE_LOAD);
    all.put("TAPFLOW_CHANNELS_MAIN_KEY_RATE", ABOVE_THE_LOAD);
    all.putAll(settings.environment());
    return all;
  }

  /** Waits until it takes messages. */
  public void awaitReady() throws IOException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    try (var http = HttpClient.newHttpClient()) {
      while (!isReady(http)) {
        if (!process.isAlive() || System.nanoTime() > deadline) {
          throw new IOException("Expected a bot that is ready; it said:\n" + Files.readString(log));
        }
        LockSupport.parkNanos(20_000_000);
      }
    }
  }

  private boolean isReady(HttpClient http) throws IOException {
    var address = URI.create("http://127.0.0.1:%d/q/health/ready".formatted(port));
    try {
      var request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(5)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException _) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the bot starts", e);
    }
  }

  public int port() {
    return port;
  }

  public long pid() {
    return process.pid();
  }

  /** Asks it to end, and ends it when it does not. */
  @Override
  public void close() throws IOException {
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while the bot ends", e);
    }
  }
}
