package dev.tapflow.outbox;

import static dev.tapflow.outbox.Customer.template;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.database.Database;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.PhoneNumber;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.Outbox.Delivery;
import dev.tapflow.outbox.Outbox.Permit;
import dev.tapflow.outbox.Outbox.TextButton;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Channels whose delivery statuses no webhook brings. */
@QuarkusTest
class StatusPollsTest {

  @Inject Turns turns;
  @Inject OutboxView view;
  @Inject StubOctopods octopods;
  @Inject Database database;

  private final HeardInbox inbox = new HeardInbox();
  private final PhoneNumber phone = Customer.somebody().phone();

  @BeforeEach
  void letNoWebhookTellAnything() {
    QuarkusMock.installMockForType(new OwedEvents(database, inbox), OwedEvents.class);
    webhooks(false);
  }

  @AfterEach
  void letWebhooksTell() {
    webhooks(true);
  }

  private static void webhooks(boolean are) {
    given()
        .body("{\"statuses\":%s,\"automatic\":%s}".formatted(are, are))
        .put("/sandbox/control/webhook")
        .then()
        .statusCode(200);
  }

  @Test
  void learnThatAMessageWasDeliveredAndReadAndThenAskNoMore() {
    var wamid = accepted();

    awaitDelivery("sent");
    report(wamid, "delivered");
    awaitDelivery("delivered");
    given().post("/sandbox/phones/{number}/read", phone.e164()).then().statusCode(202);
    awaitDelivery("read");

    await().untilAsserted(() -> assertThat(pollsLeft()).isZero());
    assertThat(inbox.of(key("polled"))).isEmpty();
  }

  @Test
  void tellTheFlowOnceThatAMessageFailed() {
    var wamid = accepted();

    report(wamid, "failed");

    awaitDelivery("failed");
    await().untilAsserted(() -> assertThat(pollsLeft()).isZero());
    assertThat(inbox.of(key("polled")))
        .singleElement()
        .isInstanceOfSatisfying(
            Event.Undelivered.class, it -> assertThat(it.purpose()).isEqualTo(Purpose.REOPENING));
  }

  @Test
  void endWhenTheVendorKnowsNoSuchMessage() {
    accepted();
    database.update(
        "UPDATE status_poll SET message_id = '1' WHERE contact_key = ?", key("polled").text());

    await().untilAsserted(() -> assertThat(pollsLeft()).isZero());
  }

  @Test
  void takeNoMoreThanAQuarterOfWhatTheKeyMayCall() {
    IntStream.range(0, 8).forEach(i -> turns.take(told("slow", Customer.somebody().phone())));

    await().until(() -> octopods.asked().size() >= 10);

    // a quarter of 8/1s: 2 at once, 2 a second; half a second for the way
    var asked = octopods.asked();
    for (int from = 0; from < asked.size(); from++) {
      for (int to = from; to < asked.size(); to++) {
        var seconds = Duration.between(asked.get(from), asked.get(to)).toMillis() / 1000.0;
        assertThat(to - from + 1.0).isLessThanOrEqualTo(2 + 2 * (seconds + 0.5));
      }
    }
  }

  private String accepted() {
    turns.take(told("polled", phone));
    await().until(() -> latest().flatMap(OutboxView.Entry::channelMessageId).isPresent());
    return latest().flatMap(OutboxView.Entry::channelMessageId).orElseThrow();
  }

  private static Delivery told(String channel, PhoneNumber to) {
    var permit =
        new Permit(
            ContactKey.of(channel, to),
            Optional.of(to),
            Optional.of(Instant.now().plusSeconds(3600)),
            false,
            false);
    return new Delivery(
        permit, List.of(List.of(template("5512"))), new TextButton("m1.0a1b2c3d", "Menu"));
  }

  private void report(String wamid, String status) {
    given()
        .body("{\"message_id\":\"%s\",\"status\":\"%s\",\"code\":131026}".formatted(wamid, status))
        .post("/sandbox/phones/{number}/statuses", phone.e164())
        .then()
        .statusCode(202);
  }

  /** Questions are far apart, and the machine may be busy. */
  private static ConditionFactory await() {
    return Awaitility.await().atMost(Duration.ofSeconds(30));
  }

  private Optional<OutboxView.Entry> latest() {
    return view.latest(key("polled"), 1).stream().findFirst();
  }

  private void awaitDelivery(String delivery) {
    await()
        .untilAsserted(
            () -> assertThat(latest().flatMap(OutboxView.Entry::delivery)).hasValue(delivery));
  }

  private long pollsLeft() {
    return database
        .query(
            "SELECT count(*) AS left FROM status_poll WHERE contact_key = ?",
            row -> row.getLong("left"),
            key("polled").text())
        .getFirst();
  }

  private ContactKey key(String channel) {
    return ContactKey.of(channel, phone);
  }
}
