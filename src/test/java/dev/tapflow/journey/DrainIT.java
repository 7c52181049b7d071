package dev.tapflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code kill -TERM} in the middle of work; the production jar, a real database, the real wire. */
@Timeout(180)
class DrainIT {

  private static final String UNSETTLED =
      "SELECT count(*) FROM outbox_message WHERE state IN ('queued', 'begun', 'unclear')";

  private static final Map<String, String> NO_RATE =
      Map.of("TAPFLOW_CHANNELS_MAIN_RATE", "5000/1s", "TAPFLOW_CHANNELS_MAIN_KEY_RATE", "5000/1s");

  private static final int OK = 200;
  private static final int UNAVAILABLE = 503;
  private static final int TERMINATED = 143;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration DEADLINE = Duration.ofSeconds(5);

  private EmbeddedPostgres postgres;
  private OctopodsStub octopods;

  @BeforeEach
  void startTheWorld() throws IOException {
    postgres = EmbeddedPostgres.start();
    octopods = new OctopodsStub();
  }

  @AfterEach
  void stopTheWorld() throws IOException {
    octopods.goOn();
    octopods.close();
    postgres.close();
  }

  @Test
  void finishesWhatItTookInAndLeavesTheRestToOthers() throws Exception {
    var answered = new ConcurrentLinkedQueue<String>();
    octopods.hesitate();
    try (var bot = start(NO_RATE);
        var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      // Given
      assertThat(bot.deliver("34600000001", "wamid.first", text("hi"))).isEqualTo(OK);
      await("a send under way").atMost(PATIENCE).until(() -> octopods.inHand() > 0);
      var statuses = deliverUntilRefused(bot, senders::submit, answered);

      // When
      bot.askToEnd();

      // Then
      await("not ready").atMost(PATIENCE).until(() -> bot.health("ready") == UNAVAILABLE);
      assertThat(bot.health("live")).isEqualTo(OK);
      for (var last : statuses) {
        assertThat(last.get()).isEqualTo(UNAVAILABLE);
      }
      octopods.goOn();
      assertThat(bot.awaitEnd(PATIENCE)).isEqualTo(TERMINATED);
    }
    assertThat(count("SELECT count(*) FROM recipient WHERE owner IS NOT NULL")).isZero();
    assertThat(count("SELECT count(*) FROM outbox_message WHERE state IN ('begun', 'unclear')"))
        .isZero();
    assertThat(octopods.acceptedFor("34600000001")).hasSize(1);
    answered.add("34600000001");

    try (var another = start(NO_RATE)) {
      assertThat(another.health("ready")).isEqualTo(OK);
      await("the rest to be sent").atMost(PATIENCE).until(() -> count(UNSETTLED) == 0);
    }
    assertThat(answered).isNotEmpty();
    assertThat(octopods.accepted()).containsOnlyKeys(answered);
    assertThat(octopods.accepted().values()).containsOnly(1L);
  }

  @Test
  void endsAtTheDeadlineWhateverItIsAt() throws Exception {
    octopods.hesitate();
    try (var bot = start(Map.of("TAPFLOW_DRAIN_DEADLINE", "5s"))) {
      assertThat(bot.deliver("34600000002", "wamid.1", text("hi"))).isEqualTo(OK);
      await("a send under way").atMost(PATIENCE).until(() -> octopods.inHand() > 0);
      bot.askToEnd();
      assertThat(bot.awaitEnd(DEADLINE.plusSeconds(3))).isEqualTo(TERMINATED);
    }
  }

  @Test
  void endsAtOnceWhenAskedTwice() throws Exception {
    octopods.hesitate();
    try (var bot = start(Map.of("TAPFLOW_DRAIN_NOTICE", "0s"))) {
      assertThat(bot.deliver("34600000003", "wamid.1", text("hi"))).isEqualTo(OK);
      await("a send under way").atMost(PATIENCE).until(() -> octopods.inHand() > 0);
      bot.askToEnd();
      await("draining").atMost(PATIENCE).until(() -> bot.health("ready") == UNAVAILABLE);
      bot.askToEnd();
      assertThat(bot.awaitEnd(Duration.ofSeconds(3))).isEqualTo(TERMINATED);
    }
  }

  /** Several senders, each one webhook after another, none of which may be cut off. */
  private static List<Future<Integer>> deliverUntilRefused(
      BotProcess bot, Submit senders, ConcurrentLinkedQueue<String> answered) {
    return new ArrayList<>(
        IntStream.range(0, 4)
            .mapToObj(sender -> senders.submit(() -> deliverUntilRefused(bot, sender, answered)))
            .toList());
  }

  private interface Submit {
    Future<Integer> submit(Callable<Integer> work);
  }

  private static int deliverUntilRefused(
      BotProcess bot, int sender, ConcurrentLinkedQueue<String> answered) {
    for (int number = 0; ; number++) {
      var customer = "3461%d%06d".formatted(sender, number);
      var status = bot.deliver(customer, "wamid." + customer, text("hi"));
      if (status != OK) {
        return status;
      }
      answered.add(customer);
    }
  }

  private BotProcess start(Map<String, String> settings) throws IOException {
    return BotProcess.start(postgres.getJdbcUrl("postgres", "postgres"), octopods.url(), settings);
  }

  private int count(String sql) throws SQLException {
    try (var connection = postgres.getPostgresDatabase().getConnection();
        var row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getInt(1);
    }
  }

  private static String text(String body) {
    return "\"type\":\"text\",\"text\":{\"body\":\"" + body + "\"}";
  }
}
