package dev.tapflow.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;

/** PostgreSQL, the other side, the proxy and three replicas. */
final class World implements AutoCloseable {

  /** How long a replica's right to send holds; what happens to it for longer leaves doubt. */
  static final Duration LEASE = Duration.ofSeconds(10);

  private static final String REPLICAS = "replicas";
  private static final String SANDBOX = "sandbox";

  private final PostgreSql postgres;
  private final Balancer balancer;
  private final OtherSide otherSide;
  private final Fleet fleet;
  private final Arrivals arrivals;
  private final Books books;

  /** Sets everything up; only the database runs yet. */
  World() throws IOException, SQLException {
    postgres = new PostgreSql();
    postgres.create(REPLICAS);
    postgres.create(SANDBOX);
    books = new Books(postgres, REPLICAS);
    var later = new AtomicReference<Fleet>();
    balancer =
        new Balancer(() -> later.get() == null ? OptionalInt.empty() : later.get().anyPort());
    otherSide = new OtherSide(database(SANDBOX), balancer.url());
    fleet = new Fleet(replica());
    later.set(fleet);
    arrivals = new Arrivals(otherSide);
  }

  /** Returns when everything runs. */
  void start() {
    otherSide.start();
    fleet.startAll();
    otherSide.awaitReady();
    arrivals.start();
  }

  private Map<String, String> database(String name) {
    return Map.of(
        "QUARKUS_DATASOURCE_JDBC_URL",
        postgres.url(name),
        "QUARKUS_DATASOURCE_USERNAME",
        "postgres",
        "QUARKUS_DATASOURCE_PASSWORD",
        "postgres",
        "TAPFLOW_FLOWS_DIR",
        Path.of("src/test/resources/drill/flows").toAbsolutePath().toString());
  }

  /** What waits for minutes by itself waits for seconds; all else is as it is by itself. */
  private Map<String, String> replica() {
    var environment = new HashMap<>(database(REPLICAS));
    environment.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_URL", otherSide.url());
    environment.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY", OtherSide.KEY);
    environment.put("TAPFLOW_CHANNELS_MAIN_OCTOPODS_READ_TIMEOUT", "6s");
    environment.put("TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", OtherSide.SECRET);
    environment.put("TAPFLOW_CHANNELS_MAIN_CLOUD_VERIFY_TOKEN", "a-token");
    environment.put("TAPFLOW_CHANNELS_MAIN_RATE", "5000/1s");
    environment.put("TAPFLOW_OUTBOX_LEASE", LEASE.toSeconds() + "s");
    environment.put("TAPFLOW_OUTBOX_LOOKUP_EVERY", "1s");
    environment.put("TAPFLOW_OUTBOX_NOT_THERE_AFTER", "9s");
    environment.put("TAPFLOW_OUTBOX_UNCLEAR_AFTER", "20s");
    environment.put("TAPFLOW_OUTBOX_BACKOFF_FIRST", "200ms");
    environment.put("TAPFLOW_OUTBOX_BACKOFF_LONGEST", "2s");
    return environment;
  }

  PostgreSql postgres() {
    return postgres;
  }

  Balancer balancer() {
    return balancer;
  }

  OtherSide otherSide() {
    return otherSide;
  }

  Fleet fleet() {
    return fleet;
  }

  Arrivals arrivals() {
    return arrivals;
  }

  Books books() {
    return books;
  }

  /** Waits until no message, event or lease is left over; what is, is stuck. */
  void awaitQuiet(Duration patience) {
    await("nothing to be stuck")
        .atMost(patience)
        .pollInterval(Duration.ofMillis(200))
        .ignoreExceptions()
        .untilAsserted(() -> assertThat(books.unfinished()).isEmpty());
  }

  @Override
  public void close() throws IOException {
    arrivals.close();
    fleet.close();
    otherSide.close();
    balancer.close();
    postgres.close();
  }
}
