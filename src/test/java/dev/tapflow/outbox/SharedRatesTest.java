package dev.tapflow.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tapflow.channel.Channel;
import dev.tapflow.channel.Channels;
import dev.tapflow.channel.ChannelsSettings;
import dev.tapflow.channel.Rate;
import dev.tapflow.database.Database;
import dev.tapflow.outbox.rate.Allowance;
import dev.tapflow.outbox.rate.Lane;
import dev.tapflow.outbox.rate.Permission;
import dev.tapflow.outbox.rate.SharedBuckets;
import dev.tapflow.outbox.rate.Turnstile;
import dev.tapflow.outbox.rate.Wish;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Buckets, pauses and stops of one database, and replicas that share them. */
@QuarkusTest
class SharedRatesTest {

  @Inject Database database;
  @Inject RateStatements statements;
  @Inject ChannelsSettings settings;
  @Inject Channels channels;
  @Inject ChannelStates states;
  @Inject Throttle throttle;

  private final String bucket = "number " + UUID.randomUUID();

  @BeforeEach
  void goOn() {
    states.resume("lab");
  }

  @Test
  void drawsWhatItsTwinInMemoryDraws() {
    for (int i = 0; i < 60; i++) {
      var random = ThreadLocalRandom.current();
      var rate = new Rate(random.nextInt(1, 90), random.nextInt(1, 90), Duration.ofSeconds(5));
      var allowance = Allowance.of("number " + UUID.randomUUID(), rate);
      statements.draw(List.of(new Wish(allowance, 0, 0)));
      var twin = new SharedBuckets(() -> System.nanoTime() / 1e9);
      for (int draw = 0; draw < 2; draw++) {
        assertSameDrawn(twin, new Wish(allowance, random.nextInt(60), random.nextInt(60)));
      }
    }
  }

  /** But for the time between the two. */
  private void assertSameDrawn(SharedBuckets twin, Wish wish) {
    var begun = System.nanoTime();
    var drawn = statements.draw(List.of(wish)).slices().getFirst();
    var expected = twin.draw(List.of(wish)).slices().getFirst();
    var passed = 0.01 + (System.nanoTime() - begun) / 1e9;
    var each = wish.allowance().each();
    assertThat(drawn.firstIn()).isCloseTo(expected.firstIn(), within(each + passed));
    assertThat((double) drawn.count()).isCloseTo(expected.count(), within(1 + passed / each));
  }

  @Test
  void aRestartGrantsNoNewBurst() {
    var allowance = Allowance.of(bucket, Rate.of("10/10s"));
    assertThat(statements.draw(List.of(new Wish(allowance, 50, 0))).slices().getFirst().count())
        .isEqualTo(10);

    var again = new RateStatements(database).draw(List.of(new Wish(allowance, 50, 0)));

    // the last of the ten may be used at the end of the slot
    assertThat(again.slices().getFirst().count()).isZero();
    assertThat(again.slices().getFirst().firstIn()).isBetween(0.5, 1.21);
  }

  @Test
  void twoReplicasTogetherReachTheRateAndNeverMore() throws Exception {
    var allowances = List.of(Allowance.of(bucket, Rate.of("20+200/1s")));
    var granted = new AtomicInteger();
    var begun = System.nanoTime();
    var end = begun + 2_000_000_000L;

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int replica = 0; replica < 2; replica++) {
        var turnstile = new Turnstile(statements);
        var lane = turnstile.lane("lab", "k", allowances);
        for (int customer = 0; customer < (replica == 0 ? 90 : 3); customer++) {
          threads.execute(() -> askUntil(end, turnstile, lane, granted));
        }
      }
    }

    var seconds = (System.nanoTime() - begun) / 1e9;
    assertThat(granted.doubleValue()).isLessThanOrEqualTo(20 + 200 * seconds);
    assertThat(granted.doubleValue()).isGreaterThan(0.8 * 400);
  }

  private static void askUntil(long end, Turnstile turnstile, Lane lane, AtomicInteger granted) {
    while (System.nanoTime() < end) {
      switch (turnstile.ask(lane, false)) {
        case Permission.Granted _ -> granted.incrementAndGet();
        case Permission.NotBefore(var at, var _) ->
            LockSupport.parkNanos(Duration.between(Instant.now(), at).toNanos());
        case Permission.Stopped _ -> throw new IllegalStateException("nobody stopped it");
      }
    }
  }

  @Test
  void aPauseAndAStopHoldAllReplicasWithinASlotAndTheyGoOnByThemselves() {
    var lab = channels.named("lab").orElseThrow();
    var other = otherReplica(lab);
    assertThat(throttle.ask(lab)).isEqualTo(new Permission.Granted());
    assertThat(other.ask(lab)).isEqualTo(new Permission.Granted());

    states.pause(lab, Instant.now().plusMillis(700), "429");
    LockSupport.parkNanos(200_000_000);
    assertThat(throttle.ask(lab)).isInstanceOf(Permission.NotBefore.class);
    assertThat(other.ask(lab)).isInstanceOf(Permission.NotBefore.class);
    assertThat(other.askToPoll(lab)).isInstanceOf(Permission.NotBefore.class);
    LockSupport.parkNanos(600_000_000);
    assertThat(other.ask(lab)).isEqualTo(new Permission.Granted());

    states.stop(lab, "401", "the key is unknown");
    LockSupport.parkNanos(200_000_000);
    assertThat(throttle.ask(lab)).isEqualTo(new Permission.Stopped());
    assertThat(other.ask(lab)).isEqualTo(new Permission.Stopped());
    assertThat(other.askTrial(lab)).isEqualTo(new Permission.Granted());
    states.resume("lab");
    LockSupport.parkNanos(200_000_000);
    assertThat(other.ask(lab)).isEqualTo(new Permission.Granted());
  }

  private Throttle otherReplica(Channel lab) {
    return new Throttle(settings, List.of(lab), statements);
  }
}
