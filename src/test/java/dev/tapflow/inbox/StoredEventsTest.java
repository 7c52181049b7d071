package dev.tapflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.database.Database;
import dev.tapflow.inbox.EventRecord.Unrouted;
import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The tables of the inbox. Each test has a customer of its own. */
@QuarkusTest
class StoredEventsTest {

  @Inject InboundEvents events;
  @Inject EventRecord record;
  @Inject Retention retention;
  @Inject BusinessClock clock;
  @Inject Rows rows;
  @Inject Database database;

  @Test
  void forgetsARedelivery() {
    // Given
    var first = message("c1", "a", clock.now());
    var second = message("c1", "b", clock.now());

    // Then
    assertThat(insertNew(List.of(first))).containsExactly(first);
    assertThat(insertNew(List.of(first, second))).containsExactly(second);
    assertThat(rows.eventsOf("main/c1")).containsExactly("a handled", "b handled");
  }

  @Test
  void takesTheFirstOfTwoInOneBatch() {
    // Given
    var first = message("c2", "a", clock.now());
    var second = message("c2", "a", clock.now().minusSeconds(1));

    // Then
    assertThat(insertNew(List.of(first, second))).hasSize(1).first().isSameAs(first);
  }

  @Test
  void keepsOneIdForEachCustomer() {
    assertThat(insertNew(List.of(message("c3", "a", clock.now()), message("c4", "a", clock.now()))))
        .hasSize(2);
  }

  @Test
  void doesNotHandleWhatMayBeASecondDeliveryLongAfterTheFirst() {
    // Given
    var old = message("c5", "a", clock.now().minus(Duration.ofDays(31)));
    var timer =
        new Inbound(
            new ContactKey("main", "c5"),
            "timer-1",
            clock.now().minus(Duration.ofDays(31)),
            new Event.TimerFired(1),
            new byte[0]);

    // Then
    assertThat(insertNew(List.of(old, timer))).containsExactly(timer);
    assertThat(rows.eventsOf("main/c5")).containsExactly("a too_old", "timer-1 handled");
  }

  @Test
  void setsAsideWhatWasStoredAndWhatWasRolledBack() {
    // Given
    var stored = message("c6", "a", clock.now());
    var rolledBack = message("c6", "b", clock.now());
    insertNew(List.of(stored));

    // When
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                events.setAside(
                    List.of(
                        new SetAside(rolledBack, "why\u0000not"), new SetAside(stored, "why"))));

    // Then
    assertThat(rows.eventsOf("main/c6")).containsExactly("a set_aside", "b set_aside");
    assertThat(
            rows.strings(
                "SELECT error FROM inbound_event WHERE contact_key = ? ORDER BY external_id",
                "main/c6"))
        .containsExactly("why", "why\uFFFDnot");
  }

  @Test
  void storesNothingOfATransactionThatWasRolledBack() {
    // When
    QuarkusTransaction.begin();
    store(List.of(message("c7", "a", clock.now())));
    QuarkusTransaction.rollback();

    // Then
    assertThat(rows.eventsOf("main/c7")).isEmpty();
  }

  @Test
  void keepsForTheRecordWithoutStandingInTheWayOfTheRealOne() {
    // Given
    var message = message("c8", "a", clock.now());

    // When
    var answer = record.keep("meta", List.of(message, message));

    // Then
    assertThat(answer).isEqualTo(new Acceptance.Durable());
    assertThat(insertNew(List.of(message))).containsExactly(message);
    assertThat(rows.eventsOf("main/c8")).containsExactly("a handled", "meta:a recorded");
  }

  @Test
  void deletesWhatIsOlderThanTheRetentionAndNothingElse() {
    // Given
    insertNew(List.of(message("c9", "a", clock.now()), message("c9", "b", clock.now())));
    record.keepUnrouted(List.of(new Unrouted("test/c9", "test", new byte[] {1})));
    rows.change(
        "UPDATE inbound_event SET arrived_at = now() - interval '31 days'"
            + " WHERE contact_key = ? AND external_id = 'a'",
        "main/c9");
    rows.change(
        "UPDATE unrouted_event SET arrived_at = now() - interval '31 days' WHERE source = ?",
        "test/c9");

    // When
    retention.deleteOld();

    // Then
    assertThat(rows.eventsOf("main/c9")).containsExactly("b handled");
    assertThat(rows.strings("SELECT reason FROM unrouted_event WHERE source = ?", "test/c9"))
        .isEmpty();
  }

  private List<Inbound> insertNew(List<Inbound> sorted) {
    return QuarkusTransaction.requiringNew().call(() -> store(sorted));
  }

  private List<Inbound> store(List<Inbound> sorted) {
    var trip = database.trip();
    var fresh = events.insertNew(trip, sorted);
    trip.send();
    return fresh.get();
  }

  private static Inbound message(String address, String id, Instant at) {
    return new Inbound(
        new ContactKey("main", address),
        id,
        at,
        new Event.Message(
            Optional.empty(), Optional.empty(), Optional.empty(), new Content.Text("hi")),
        "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }
}
