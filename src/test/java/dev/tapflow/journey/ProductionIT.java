package dev.tapflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What an operator meets: a start that says what is missing, a closed door, a database that goes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionIT {

  private static final String TOKEN = "a-token-of-at-least-32-characters";
  private static final String SECRET = "a-secret-of-the-relay";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private EmbeddedPostgres postgres;

  @BeforeAll
  void startTheDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
  }

  @AfterAll
  void stopTheDatabase() throws IOException {
    postgres.close();
  }

  @Test
  void refusesToStartWithAListOfAllThatIsMissing() throws Exception {
    try (var jar = ProductionJar.start(Map.of("TAPFLOW_API_TOKEN", "short"))) {
      assertThat(jar.exitCode()).isEqualTo(1);
      assertThat(jar.output())
          .contains(
              "QUARKUS_DATASOURCE_JDBC_URL",
              "QUARKUS_DATASOURCE_USERNAME",
              "QUARKUS_DATASOURCE_PASSWORD",
              "TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY",
              "TAPFLOW_API_TOKEN")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void refusesASecretThatEverybodyKnows() throws Exception {
    var environment = environment(postgres.getPort());
    environment.put("TAPFLOW_CHANNELS_MAIN_REPLIES_SECRET", "sandbox-secret");
    try (var jar = ProductionJar.start(environment)) {
      assertThat(jar.exitCode()).isEqualTo(1);
      assertThat(jar.output())
          .contains("TAPFLOW_CHANNELS_MAIN_REPLIES_SECRET")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void saysWhoHoldsABusyPort() throws Exception {
    try (var holder = new ServerSocket(0);
        var jar = ProductionJar.startOn(holder.getLocalPort(), environment(postgres.getPort()))) {
      assertThat(jar.exitCode()).isEqualTo(1);
      assertThat(jar.output())
          .contains("Port " + holder.getLocalPort(), "process " + ProcessHandle.current().pid())
          .doesNotContain("\tat ");
    }
  }

  @Test
  void takesAnUnknownWordForAMistakeAndNotForAServer() throws Exception {
    try (var jar = ProductionJar.start(Map.of(), "frobnicate")) {
      assertThat(jar.exitCode()).isEqualTo(2);
      assertThat(jar.output()).contains("frobnicate", "Usage:");
    }
  }

  @Test
  void isClosedToStrangersAndOutlivesItsDatabase() throws Exception {
    try (var cable = new Cable(postgres.getPort());
        var jar = ProductionJar.start(environment(cable.port()))) {
      await().atMost(PATIENCE).until(() -> jar.status("/q/health/live") == 200);
      assertThat(jar.status("/q/health/ready")).isEqualTo(503);
      assertThat(deliver(jar, "early")).isEqualTo(503);

      cable.plugIn();
      await().atMost(PATIENCE).until(() -> jar.status("/q/health/ready") == 200);
      assertThat(deliver(jar, "first")).isEqualTo(200);
      isClosed(jar);

      cable.pull();
      assertThat(deliver(jar, "second")).isEqualTo(503);
      await().atMost(PATIENCE).until(() -> jar.status("/q/health/ready") == 503);
      assertThat(jar.status("/q/health/live")).isEqualTo(200);

      cable.plugIn();
      await().atMost(PATIENCE).until(() -> jar.status("/q/health/ready") == 200);
      assertThat(deliver(jar, "second")).isEqualTo(200);
    }
  }

  private static void isClosed(ProductionJar jar) {
    assertThat(
            new String[] {
              "/", "/index.html", "/api/v1/channels", "/q/openapi", "/q/metrics", "/sandbox/clock"
            })
        .allSatisfy(path -> assertThat(jar.status(path)).isEqualTo(401));
    var token = new String[] {"Authorization", "Bearer " + TOKEN};
    assertThat(jar.get("/api/v1/channels", token).statusCode()).isEqualTo(200);
    assertThat(jar.get("/q/metrics", token).statusCode()).isEqualTo(200);
    assertThat(jar.get("/sandbox/clock", token).statusCode()).isEqualTo(404);
    assertThat(jar.get("/sandbox/octopods/api/v1/whatsapp/messages").statusCode()).isEqualTo(404);
    assertThat(jar.post("/webhooks/replies/main", "{}").statusCode()).isEqualTo(401);
  }

  private static int deliver(ProductionJar jar, String id) throws GeneralSecurityException {
    var body =
        "{\"id\":\"%s\",\"phone\":\"+34600000077\",\"timestamp\":%d,\"text\":\"hi\"}"
            .formatted(id, Instant.now().getEpochSecond());
    var mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    var signature = HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    return jar.post("/webhooks/replies/main", body, "X-Tapflow-Signature", "sha256=" + signature)
        .statusCode();
  }

  private static Map<String, String> environment(int databasePort) {
    return new HashMap<>(
        Map.of(
            "QUARKUS_DATASOURCE_JDBC_URL",
            "jdbc:postgresql://localhost:%d/postgres".formatted(databasePort),
            "QUARKUS_DATASOURCE_USERNAME",
            "postgres",
            "QUARKUS_DATASOURCE_PASSWORD",
            "postgres",
            "TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY",
            "a-key",
            "TAPFLOW_CHANNELS_MAIN_OCTOPODS_URL",
            "http://localhost:9/nobody",
            "TAPFLOW_CHANNELS_MAIN_REPLIES_SECRET",
            SECRET,
            "TAPFLOW_API_TOKEN",
            TOKEN));
  }
}
