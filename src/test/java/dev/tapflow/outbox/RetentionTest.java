package dev.tapflow.outbox;

import static dev.tapflow.outbox.Customer.ask;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tapflow.database.Database;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RetentionTest {

  @Inject Turns turns;
  @Inject Retention retention;
  @Inject ChannelStates channels;
  @Inject OutboxView view;
  @Inject StubOctopods octopods;
  @Inject Database database;

  private final Customer ana = Customer.somebody();

  @BeforeEach
  void goOn() {
    channels.resume("lab");
    database.update("UPDATE outbox_retention SET rests_until = now()");
  }

  @Test
  void deletesOldSettledMessagesAndKeepsTheRest() {
    IntStream.range(0, 4).forEach(i -> turns.take(ana.told(ask("n" + i, i))));
    await().until(() -> states().stream().filter("accepted"::equals).count() == 4);
    age(1, "91 days", "91 days");
    age(2, "91 days", "1 hour");
    age(3, "89 days", "89 days");

    retention.deleteOld();

    assertThat(view.latest(ana.key(), 10))
        .extracting(OutboxView.Entry::sequence)
        .containsExactly(2L, 3L, 4L);
    assertThat(
            database.query(
                "SELECT 1 AS there FROM recipient WHERE contact_key = ?",
                row -> row.getInt("there"),
                ana.key().text()))
        .hasSize(1);
  }

  @Test
  void keepsWhatIsNotSettledHoweverOld() {
    octopods.order(ana.number(), StubOctopods.error(503, 0), StubOctopods.error(503, 0));
    turns.take(ana.told(ask("One?", 7)));
    await().until(() -> view.latest(ana.key(), 1).getFirst().attempts() > 0);
    database.update(
        "UPDATE outbox_message SET put_at = put_at - interval '30 minutes' WHERE contact_key = ?",
        ana.key().text());

    retention.deleteOld();

    await().until(() -> states().equals(List.of("accepted")));
  }

  @Test
  void restsWhenTheWholeTableHasBeenLookedThrough() {
    retention.deleteOld();
    addOld(1);

    retention.deleteOld();

    assertThat(view.latest(ana.key(), 10)).hasSize(1);
  }

  @Test
  void takesMoreThanOnePiece() {
    addOld(3_000);

    retention.deleteOld();

    assertThat(view.latest(ana.key(), 10)).isEmpty();
  }

  private void addOld(int messages) {
    database.update(
        """
        INSERT INTO outbox_message
          (contact_key, sequence, purpose, token, message, free, state, put_at, settled_at)
        SELECT ?, n, 'QUESTION', 0, '{}', true, 'accepted', now() - interval '91 days',
          now() - interval '91 days'
        FROM generate_series(1, ?::int) n
        """,
        ana.key().text(),
        messages);
  }

  private void age(long sequence, String put, String settled) {
    database.update(
        """
        UPDATE outbox_message
        SET put_at = now() - ?::text::interval, settled_at = now() - ?::text::interval
        WHERE contact_key = ? AND sequence = ?
        """,
        put,
        settled,
        ana.key().text(),
        sequence);
  }

  private List<String> states() {
    return view.latest(ana.key(), 10).stream().map(OutboxView.Entry::state).toList();
  }
}
