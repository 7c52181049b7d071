package dev.tapflow.outbox;

import static dev.tapflow.outbox.Customer.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tapflow.database.Database;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import dev.tapflow.outbox.DeliveryStatus.Rank;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Delivery statuses and the messages they speak of. */
@QuarkusTest
class StatusesTest {

  private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

  @Inject StoredStatuses stored;
  @Inject Turns turns;
  @Inject OutboxView view;
  @Inject StubOctopods octopods;
  @Inject Database database;

  private final HeardInbox inbox = new HeardInbox();
  private final Customer ana = Customer.somebody();

  @BeforeEach
  void listen() {
    QuarkusMock.installMockForType(new OwedEvents(database, inbox), OwedEvents.class);
  }

  @Test
  void goUpByRankInWhateverOrderTheyCome() {
    var wamid = accepted();

    stored.apply(List.of(status(wamid, Rank.READ), status(wamid, Rank.SENT)));
    stored.apply(List.of(status(wamid, Rank.DELIVERED)));

    assertThat(delivery()).hasValue("read");
    assertThat(inbox.of(ana.key())).isEmpty();
  }

  @Test
  void tellTheFlowOnceOfAMessageThatFailedAfterAll() {
    var wamid = accepted();
    var failed = new DeliveryStatus(wamid, Rank.FAILED, NOW, Optional.of("131026 undeliverable"));

    stored.apply(List.of(status(wamid, Rank.SENT), failed));
    stored.apply(List.of(failed));

    assertThat(delivery()).hasValue("failed");
    await()
        .untilAsserted(
            () ->
                assertThat(inbox.of(ana.key()))
                    .containsExactly(
                        new Event.Undelivered(Purpose.QUESTION, 7, "131026 undeliverable")));
  }

  @Test
  void waitForTheAnswerThatTellsTheirId() {
    var next = "wamid." + (octopods.lastId() + 1);

    stored.apply(List.of(status(next, Rank.DELIVERED), status(next, Rank.SENT)));
    assertThat(accepted()).isEqualTo(next);

    assertThat(delivery()).hasValue("delivered");
  }

  @Test
  void areFoundWhenTheyCrossedTheAnswer() {
    var wamid = accepted();
    database.update(
        "INSERT INTO early_status (channel_message_id, delivery, occurred_at) VALUES (?, ?, ?)",
        wamid,
        "read",
        NOW);

    stored.applyKept();

    assertThat(delivery()).hasValue("read");
  }

  private String accepted() {
    turns.take(ana.told(ask("Sure?", 7)));
    await().until(() -> view.latest(ana.key(), 1).getFirst().state().equals("accepted"));
    return view.latest(ana.key(), 1).getFirst().channelMessageId().orElseThrow();
  }

  private Optional<String> delivery() {
    return view.latest(ana.key(), 1).getFirst().delivery();
  }

  private static DeliveryStatus status(String wamid, Rank rank) {
    return new DeliveryStatus(wamid, rank, NOW, Optional.empty());
  }
}
