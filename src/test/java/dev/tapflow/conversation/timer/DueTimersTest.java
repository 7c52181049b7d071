package dev.tapflow.conversation.timer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.database.Database;
import dev.tapflow.database.SharedWork;
import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.Inbound;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Timers on a database of their own, where nobody else fires them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class DueTimersTest {

  private static final Instant NOW = Instant.parse("2030-01-01T09:00:00Z");
  private static final BusinessClock CLOCK = () -> NOW;

  private EmbeddedPostgres postgres;
  private DataSource database;

  @BeforeAll
  void startTheDatabase() throws IOException {
    postgres = EmbeddedPostgres.start();
    database = postgres.getPostgresDatabase();
    Flyway.configure().dataSource(database).load().migrate();
  }

  @AfterAll
  void stopTheDatabase() throws IOException {
    postgres.close();
  }

  @BeforeEach
  void forget() throws SQLException {
    change("DELETE FROM conversation");
    change("DELETE FROM contact");
  }

  @Test
  void fireOnceHoweverManyReplicasThereAre() throws Exception {
    // Given
    conversationsDue(20_000, "interval '1 second'");
    appointmentsDue(500);
    var inbox = new Turns(true);

    // When
    var replicas = IntStream.range(0, 3).mapToObj(_ -> replica(inbox)).toList();
    var threads =
        replicas.stream().map(replica -> Thread.ofVirtual().start(replica::tick)).toList();
    for (var thread : threads) {
      thread.join();
    }
    replicas.getFirst().tick();

    // Then
    assertThat(inbox.told()).hasSize(20_500).doesNotHaveDuplicates();
    assertThat(inbox.told())
        .contains("main/1 timer/1/7/1893488399000", "main/a1 later/9/1893488400000");
  }

  @Test
  void areLeftWhileAnotherReplicaIsAtThem() throws Exception {
    // Given
    conversationsDue(100, "interval '1 second'");
    var slow = new Turns(true);
    var arrived = new CountDownLatch(1);
    var goOn = new CountDownLatch(1);
    Inbox held =
        events -> {
          arrived.countDown();
          return CompletableFuture.supplyAsync(() -> after(goOn), Thread::startVirtualThread)
              .thenCompose(_ -> slow.accept(events));
        };
    var first = Thread.ofVirtual().start(replica(held)::tick);
    arrived.await();

    // When
    var others = new Turns(true);
    replica(others).tick();
    goOn.countDown();
    first.join();

    // Then
    var all = new ArrayList<>(slow.told());
    all.addAll(others.told());
    assertThat(slow.told()).isNotEmpty();
    assertThat(all).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void waitWhileTheInboxTakesNothing() throws Exception {
    // Given
    conversationsDue(2_000, "interval '1 second'");
    var full = new Turns(false);

    // When
    replica(full).tick();

    // Then
    assertThat(full.told()).isEmpty();
    assertThat(full.refused()).isLessThanOrEqualTo(2 * 256 * DueTimers.SHARES);
    var open = new Turns(true);
    replica(open).fire();
    assertThat(open.told()).hasSize(2_000);
  }

  @Test
  void doNotFireBeforeTheirTime() throws Exception {
    conversationsDue(10, "interval '-1 second'");
    var inbox = new Turns(true);

    replica(inbox).fire();

    assertThat(inbox.told()).isEmpty();
  }

  @Test
  void areWatched() throws Exception {
    // Given
    conversationsDue(3, "interval '61 seconds'");
    conversationsDueMore(2, "interval '59 seconds'");
    var meters = new SimpleMeterRegistry();
    var watch = new TimerWatch(new TimerTable(new Database(database)), CLOCK, meters);

    // When
    watch.look();

    // Then
    assertThat(meters.get("tapflow.timers.late").gauge().value()).isEqualTo(61);
    assertThat(meters.get("tapflow.timers.overdue").gauge().value()).isEqualTo(3);
    change("DELETE FROM conversation");
    watch.look();
    assertThat(meters.get("tapflow.timers.late").gauge().value()).isZero();
    assertThat(meters.get("tapflow.timers.overdue").gauge().value()).isZero();
  }

  private DueTimers replica(Inbox inbox) {
    return new DueTimers(
        new TimerTable(new Database(database)),
        new SharedWork(database, "timers"),
        inbox,
        CLOCK,
        () -> false);
  }

  private static Acceptance after(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Acceptance.Durable();
  }

  private void conversationsDue(int count, String ago) throws SQLException {
    insertConversations(1, count, ago);
  }

  private void conversationsDueMore(int count, String ago) throws SQLException {
    insertConversations(100_000, count, ago);
  }

  private void insertConversations(int from, int count, String ago) throws SQLException {
    change(
        """
        INSERT INTO conversation (contact_key, ordinal, release, flow, step, owner, session,
                                  wake_at, wake_token, started_at)
        SELECT 'main/' || n, 1, 'r', 'f', 's', 'bot', '{}', timestamptz '%s' - %s, 7, now()
        FROM generate_series(%d, %d) AS n
        """
            .formatted(NOW, ago, from, from + count - 1));
  }

  private void appointmentsDue(int count) throws SQLException {
    change(
        """
        INSERT INTO contact (contact_key, channel, created_at, appointment_at, appointment_token)
        SELECT 'main/a' || n, 'main', now(), timestamptz '%s', 9 FROM generate_series(1, %d) AS n
        """
            .formatted(NOW, count));
  }

  private void change(String sql) throws SQLException {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  /** Takes the alarm off whatever it is told of, as a turn does; or takes nothing. */
  private final class Turns implements Inbox {

    private final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final boolean open;
    private int refused;

    Turns(boolean open) {
      this.open = open;
    }

    List<String> told() {
      synchronized (told) {
        return List.copyOf(told);
      }
    }

    int refused() {
      return refused;
    }

    @Override
    public CompletionStage<Acceptance> accept(List<Inbound> events) {
      if (!open) {
        refused += events.size();
        return CompletableFuture.completedStage(
            new Acceptance.NotNow(Duration.ofSeconds(1), "full"));
      }
      return CompletableFuture.supplyAsync(() -> handle(events), Thread::startVirtualThread);
    }

    private Acceptance handle(List<Inbound> events) {
      var keys = events.stream().map(event -> event.contact().text()).toArray();
      try (var connection = database.getConnection();
          var conversations =
              connection.prepareStatement(
                  "UPDATE conversation SET wake_at = NULL WHERE contact_key = ANY (?)");
          var contacts =
              connection.prepareStatement(
                  "UPDATE contact SET appointment_at = NULL WHERE contact_key = ANY (?)")) {
        conversations.setArray(1, connection.createArrayOf("text", keys));
        conversations.executeUpdate();
        contacts.setArray(1, connection.createArrayOf("text", keys));
        contacts.executeUpdate();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
      events.forEach(event -> told.add(event.contact().text() + " " + event.externalId()));
      return new Acceptance.Durable();
    }
  }
}
