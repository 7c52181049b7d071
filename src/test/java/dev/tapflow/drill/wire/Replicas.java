package dev.tapflow.drill.wire;

import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two replicas of the production jar on one PostgreSQL; the first has the sandbox in it. */
public final class Replicas implements AutoCloseable {

  /** Signs Meta's webhooks of the channel {@code main}, and its replies. */
  public static final String SECRET = "a-secret-of-this-drill";

  /** Signs both for the channel {@code relay}. */
  public static final String RELAY_SECRET = "a-secret-of-the-relay";

  /** Opens the REST API. */
  public static final String TOKEN = "a-token-of-this-drill-that-is-long-enough";

  private static final String API_KEY = "a-key-of-this-drill";
  private static final Path FOLDER = Path.of("target", "drill");

  private final EmbeddedPostgres postgres;

  /** Opening a connection for each look would take longer than all else. */
  private final AgroalDataSource database;

  private final List<Integer> ports = List.of(freePort(), freePort());
  private final List<Process> processes = new ArrayList<>();

  /** Returns when both take webhooks. */
  public Replicas() throws IOException, SQLException {
    Files.createDirectories(FOLDER);
    postgres = EmbeddedPostgres.builder().setServerConfig("max_connections", "100").start();
    database = pooled(postgres.getJdbcUrl("postgres", "postgres"));
    for (var replica = 0; replica < ports.size(); replica++) {
      processes.add(start(replica));
    }
    ports.forEach(Replicas::awaitReady);
  }

  /** Where a replica listens. */
  public URI address(int replica) {
    return URI.create("http://localhost:" + ports.get(replica));
  }

  /** The process id of a replica. */
  public long pid(int replica) {
    return processes.get(replica).pid();
  }

  /** What both keep. */
  public Table table() {
    return new Table(database);
  }

  private static AgroalDataSource pooled(String url) throws SQLException {
    return AgroalDataSource.from(
        new AgroalDataSourceConfigurationSupplier()
            .connectionPoolConfiguration(
                pool ->
                    pool.maxSize(2)
                        .connectionFactoryConfiguration(
                            connection ->
                                connection
                                    .jdbcUrl(url)
                                    .principal(new NamePrincipal("postgres"))
                                    .credential(new SimplePassword("postgres")))));
  }

  private Process start(int replica) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = FOLDER.resolve("two-replicas-%d.log".formatted(replica)).toFile();
    var builder =
        new ProcessBuilder(java, "-Xmx400m", "-jar", "target/quarkus-app/quarkus-run.jar")
            .redirectErrorStream(true)
            .redirectOutput(log);
    builder.environment().keySet().removeIf(Replicas::isOurs);
    builder.environment().putAll(environment());
    builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(ports.get(replica)));
    builder.environment().put("TAPFLOW_SANDBOX_ENABLED", String.valueOf(replica == 0));
    return builder.start();
  }

  private Map<String, String> environment() {
    var environment = new HashMap<String, String>();
    environment.put("QUARKUS_DATASOURCE_JDBC_URL", postgres.getJdbcUrl("postgres", "postgres"));
    environment.put("QUARKUS_DATASOURCE_USERNAME", "postgres");
    environment.put("QUARKUS_DATASOURCE_PASSWORD", "postgres");
    environment.put("TAPFLOW_API_TOKEN", TOKEN);
    environment.put("TAPFLOW_SANDBOX_API_KEY", API_KEY);
    environment.put("TAPFLOW_SANDBOX_WEBHOOK_SECRET", SECRET);
    environment.putAll(channel("MAIN", SECRET));
    environment.putAll(channel("RELAY", RELAY_SECRET));
    environment.put("TAPFLOW_CHANNELS_RELAY_INBOUND", "replies");
    return environment;
  }

  private Map<String, String> channel(String name, String secret) {
    var prefix = "TAPFLOW_CHANNELS_" + name;
    return Map.of(
        prefix + "_OCTOPODS_URL",
        address(0) + "/sandbox/octopods/api/v1",
        prefix + "_OCTOPODS_API_KEY",
        API_KEY,
        prefix + "_CLOUD_APP_SECRET",
        secret,
        prefix + "_CLOUD_VERIFY_TOKEN",
        "a-token",
        prefix + "_REPLIES_SECRET",
        secret,
        prefix + "_RATE",
        "5000/1s");
  }

  private static void awaitReady(int port) {
    try (var line = new Line(URI.create("http://localhost:" + port))) {
      await("a replica to be ready; its log is in " + FOLDER)
          .atMost(Duration.ofMinutes(3))
          .ignoreExceptions()
          .until(() -> line.send("GET", "/q/health/ready", new byte[0]).join().status() == 200);
    }
  }

  private static boolean isOurs(String variable) {
    return variable.startsWith("QUARKUS_") || variable.startsWith("TAPFLOW_");
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    processes.forEach(process -> process.destroyForcibly().onExit().join());
    database.close();
    postgres.close();
  }
}
