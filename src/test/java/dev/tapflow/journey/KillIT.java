package dev.tapflow.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code kill -9} at the worst moments; the production jar, a real database, the real wire. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private EmbeddedPostgres postgres;
  private OctopodsStub octopods;

  @BeforeAll
  void startTheWorld() throws IOException {
    postgres =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start();
    octopods = new OctopodsStub();
  }

  @AfterAll
  void stopTheWorld() throws IOException {
    octopods.close();
    postgres.close();
  }

  @Test
  void goesOnWhereItWas() throws Exception {
    var number = Phone.aNewNumber();
    try (var bot = start()) {
      assertThat(bot.deliver(number, "wamid.1", text("hi"))).isEqualTo(200);
      awaitAccepted(number, 1);
      bot.kill();
    }

    try (var bot = start()) {
      assertThat(bot.deliver(number, "wamid.2", text("my orders"))).isEqualTo(200);
      awaitAccepted(number, 2);
    }

    assertThat(body(number, 0)).contains("How can we help?");
    assertThat(body(number, 1)).contains("What is your order number?");
  }

  @Test
  void losesNothingThatWasAnsweredAndRepeatsNothing() throws Exception {
    var numbers = IntStream.range(0, 50).mapToObj(i -> Phone.aNewNumber()).toList();
    octopods.goAway();
    try (var bot = start()) {
      for (var number : numbers) {
        assertThat(bot.deliver(number, "wamid.a" + number, text("hi"))).isEqualTo(200);
      }
      bot.kill();
    }
    octopods.comeBack();

    try (var bot = start()) {
      numbers.forEach(number -> awaitAccepted(number, 1));
      assertThat(bot.deliver(numbers.getLast(), "wamid.a" + numbers.getLast(), text("hi")))
          .isEqualTo(200);
      assertThat(bot.deliver(numbers.getLast(), "wamid.b", text("my orders"))).isEqualTo(200);
      awaitAccepted(numbers.getLast(), 2);
    }

    assertThat(numbers.subList(0, 49))
        .allSatisfy(number -> assertThat(octopods.acceptedFor(number)).hasSize(1));
  }

  private BotProcess start() throws IOException {
    return BotProcess.start(postgres.getJdbcUrl("postgres", "postgres"), octopods.url());
  }

  private void awaitAccepted(String number, int count) {
    await("message " + count + " for a customer")
        .atMost(PATIENCE)
        .until(() -> octopods.acceptedFor(number).size() >= count);
  }

  private String body(String number, int index) {
    return octopods.acceptedFor(number).get(index).getString("waba_interactive_message.body.text");
  }

  private static String text(String body) {
    return "\"type\":\"text\",\"text\":{\"body\":\"" + body + "\"}";
  }
}
