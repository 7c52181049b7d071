package dev.tapflow.aot;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes {@code tapflow.aot} beside the jar. It fits that jar, at that age and size, and that Java;
 * where it does not fit, Java starts without it.
 *
 * @see <a href="https://openjdk.org/jeps/514">JEP 514: Ahead-of-Time Command-Line Ergonomics</a>
 */
final class Training {

  private static final int CUSTOMERS = 20;
  private static final long PATIENCE_SECONDS = 120;

  private Training() {}

  /**
   * Trains.
   *
   * @param arguments the Java that will run the jar, the jar, and a folder for what is left over
   */
  public static void main(String... arguments) throws Exception {
    var java = arguments[0];
    var jar = Path.of(arguments[1]);
    var folder = Files.createDirectories(Path.of(arguments[2]));
    var cache = jar.resolveSibling("tapflow.aot");
    Files.deleteIfExists(cache);
    try (var database = database(folder);
        var octopods = new Octopods()) {
      var port = Customer.freePort();
      var log = folder.resolve("training.log");
      var server =
          new ProcessBuilder(java, "-XX:AOTCacheOutput=" + cache, "-jar", jar.toString())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      server.environment().putAll(environment(database, octopods, port));
      run(server.start(), port, octopods, log);
      if (!Files.exists(cache)) {
        throw new IllegalStateException(
            "Expected %s to be written: look at %s".formatted(cache, log));
      }
    }
  }

  private static EmbeddedPostgres database(Path folder) throws IOException {
    return EmbeddedPostgres.builder()
        .setOverrideWorkingDirectory(folder.resolve("postgres-binaries").toFile())
        .setDataDirectory(Files.createTempDirectory(folder, "postgres"))
        .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static Map<String, String> environment(
      EmbeddedPostgres database, Octopods octopods, int port) {
    return Map.of(
        "QUARKUS_HTTP_HOST", "127.0.0.1",
        "QUARKUS_HTTP_PORT", String.valueOf(port),
        "QUARKUS_DATASOURCE_JDBC_URL", database.getJdbcUrl("postgres", "postgres"),
        "QUARKUS_DATASOURCE_USERNAME", "postgres",
        "QUARKUS_DATASOURCE_PASSWORD", "postgres",
        "TAPFLOW_CHANNELS_MAIN_KIND", "octopods",
        "TAPFLOW_CHANNELS_MAIN_OCTOPODS_URL", octopods.url(),
        "TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY", "a-key",
        "TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", Customer.SECRET,
        "TAPFLOW_CHANNELS_MAIN_CLOUD_VERIFY_TOKEN", "a-token");
  }

  private static void run(Process server, int port, Octopods octopods, Path log)
      throws IOException, InterruptedException {
    try {
      for (var customer = 0; customer < CUSTOMERS; customer++) {
        new Customer(port, customer).says("hi", server);
      }
      if (!octopods.accepts(CUSTOMERS, PATIENCE_SECONDS)) {
        throw new IllegalStateException("Expected replies: look at " + log);
      }
      // As an orchestrator ends it. Java writes the cache on its way out.
      server.destroy();
      if (!server.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Expected the training to end: look at " + log);
      }
    } finally {
      server.destroyForcibly();
    }
  }
}
