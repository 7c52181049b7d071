package dev.tapflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.start.Drain;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class GathererTest {

  private static final long BYTES = 10_000;
  private static final Acceptance DURABLE = new Acceptance.Durable();

  private final SlowDatabase database = new SlowDatabase();
  private final Gatherer inbox = gatherer(1, 1000);

  @AfterEach
  void letGo() throws InterruptedException {
    database.letAllThrough();
    inbox.drain(new Drain(Instant.now().plusSeconds(20)));
  }

  @Test
  void sendsALoneEventAtOnce() {
    // Given
    database.letThrough(1);

    // When
    var answer = inbox.accept(events("ana", 1));

    // Then
    assertThat(await(answer)).isEqualTo(DURABLE);
    assertThat(database.batches()).containsExactly(List.of("ana-0"));
  }

  @Test
  void gathersWhatArrivedWhileTheLastBatchWasCommitted() {
    // Given
    var first = inbox.accept(events("ana", 1));
    database.awaitBegun(1);
    var second = inbox.accept(events("ben", 2));
    var third = inbox.accept(events("zoe", 1));

    // When
    database.letAllThrough();

    // Then
    assertThat(List.of(await(first), await(second), await(third))).containsOnly(DURABLE);
    assertThat(database.batches())
        .containsExactly(List.of("ana-0"), List.of("ben-0", "ben-1", "zoe-0"));
  }

  @Test
  void takesAtMostSixtyFourInABatchAndAnswersTheDeliveryOnce() {
    // Given
    var blocked = inbox.accept(events("ana", 1));
    database.awaitBegun(1);
    var large = inbox.accept(events("ben", 100));

    // When
    database.letThrough(2);
    database.awaitBegun(3);

    // Then
    assertThat(await(blocked)).isEqualTo(DURABLE);
    assertThat(large.toCompletableFuture()).isNotDone();
    database.letAllThrough();
    assertThat(await(large)).isEqualTo(DURABLE);
    assertThat(database.batches()).extracting(List::size).containsExactly(1, 64, 36);
  }

  @Test
  void answersNothingBeforeTheCommit() {
    // When
    var answer = inbox.accept(events("ana", 1));
    database.awaitBegun(1);

    // Then
    assertThat(answer.toCompletableFuture()).isNotDone();
  }

  @Test
  void takesNothingOfADeliveryThatDoesNotFit() {
    // Given
    var blocked = inbox.accept(events("ana", 1));
    database.awaitBegun(1);
    var fits = inbox.accept(events("ben", 990));

    // When
    var tooMuch = inbox.accept(events("zoe", 11));

    // Then
    assertThat(await(tooMuch)).isInstanceOf(Acceptance.NotNow.class);
    database.letAllThrough();
    assertThat(List.of(await(blocked), await(fits))).containsOnly(DURABLE);
    assertThat(database.batches().stream().flatMap(List::stream)).noneMatch(s -> s.contains("zoe"));
  }

  @Test
  void takesNothingOfADeliveryWhosePayloadDoesNotFit() {
    // Given
    var tooLargeButAlone = inbox.accept(List.of(event("ana", 20_000)));
    database.awaitBegun(1);

    // When
    var another = inbox.accept(List.of(event("ben", 1)));

    // Then
    assertThat(await(another)).isInstanceOf(Acceptance.NotNow.class);
    database.letAllThrough();
    assertThat(await(tooLargeButAlone)).isEqualTo(DURABLE);
    assertThat(await(inbox.accept(List.of(event("ben", 9_000))))).isEqualTo(DURABLE);
  }

  @Test
  void tellsTheSendersOfAFailedBatchToComeAgainAndGoesOn() {
    // Given
    database.letAllThrough();
    database.fail(new IllegalStateException("the database is away"));
    var failed = await(inbox.accept(events("ana", 1)));
    database.fail(new StackOverflowError());
    var failedToo = await(inbox.accept(events("ana", 1)));

    // When
    database.heal();

    // Then
    assertThat(failed).isInstanceOf(Acceptance.NotNow.class);
    assertThat(failedToo).isInstanceOf(Acceptance.NotNow.class);
    assertThat(await(inbox.accept(events("ana", 1)))).isEqualTo(DURABLE);
  }

  @Test
  void answersADeliveryOverSeveralShardsTogether() throws InterruptedException {
    // Given
    var sharded = gatherer(8, 1000);
    var events =
        IntStream.range(0, 20).mapToObj(number -> events("c" + number, 1).getFirst()).toList();

    // When
    var answer = sharded.accept(events);
    database.awaitBegun(2);

    // Then
    assertThat(answer.toCompletableFuture()).isNotDone();
    database.letAllThrough();
    assertThat(await(answer)).isEqualTo(DURABLE);
    sharded.drain(new Drain(Instant.now().plusSeconds(20)));
  }

  @Test
  void handlesWhatItTookInBeforeItStops() throws InterruptedException {
    // Given
    var first = inbox.accept(events("ana", 1));
    database.awaitBegun(1);
    var second = inbox.accept(events("ben", 70));

    // When
    database.letAllThrough();
    inbox.drain(new Drain(Instant.now().plusSeconds(20)));

    // Then
    assertThat(first.toCompletableFuture()).isCompletedWithValue(DURABLE);
    assertThat(second.toCompletableFuture()).isCompletedWithValue(DURABLE);
    assertThat(await(inbox.accept(events("zoe", 1)))).isInstanceOf(Acceptance.NotNow.class);
  }

  @Test
  void hasNothingToWaitForInAnEmptyDelivery() {
    assertThat(await(inbox.accept(List.of()))).isEqualTo(DURABLE);
  }

  private Gatherer gatherer(int shards, int queue) {
    return new Gatherer(
        database, new Sizes(shards, queue), new InboxMeters(new SimpleMeterRegistry()));
  }

  private static List<Inbound> events(String contact, int count) {
    return IntStream.range(0, count)
        .mapToObj(
            number ->
                new Inbound(
                    new ContactKey("main", contact),
                    contact + "-" + number,
                    Instant.EPOCH,
                    new Event.TimerFired(number),
                    new byte[0]))
        .toList();
  }

  private static Inbound event(String contact, int bytes) {
    return new Inbound(
        new ContactKey("main", contact),
        contact,
        Instant.EPOCH,
        new Event.TimerFired(1),
        new byte[bytes]);
  }

  private static Acceptance await(CompletionStage<Acceptance> answer) {
    return answer.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private record Sizes(int shards, int queue) implements InboxSettings {

    @Override
    public MemorySize bytes() {
      return new MemorySize(BigInteger.valueOf(BYTES));
    }
  }

  /** Commits a batch only when it is let through. */
  private static final class SlowDatabase implements BatchHandler {

    private final Semaphore permits = new Semaphore(0);
    private final List<CountDownLatch> begun =
        IntStream.range(0, 8).mapToObj(_ -> new CountDownLatch(1)).toList();
    private final List<List<String>> batches = Collections.synchronizedList(new ArrayList<>());
    private volatile Throwable failure = new Healthy();

    @Override
    public void handle(List<Inbound> batch) {
      synchronized (batches) {
        batches.add(batch.stream().map(Inbound::externalId).toList());
        begun.stream().limit(batches.size()).forEach(CountDownLatch::countDown);
      }
      permits.acquireUninterruptibly();
      switch (failure) {
        case RuntimeException exception -> throw exception;
        case Error error -> throw error;
        default -> {}
      }
    }

    void letThrough(int count) {
      permits.release(count);
    }

    void letAllThrough() {
      permits.release(1_000_000);
    }

    void fail(Throwable with) {
      failure = with;
    }

    void heal() {
      failure = new Healthy();
    }

    void awaitBegun(int count) {
      try {
        assertThat(begun.get(count - 1).await(20, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    List<List<String>> batches() {
      synchronized (batches) {
        return List.copyOf(batches);
      }
    }

    /** No failure. */
    private static final class Healthy extends Exception {}
  }
}
