package dev.tapflow.outbox.rate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.Rate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TurnstileTest {

  private static final Drawn NOTHING = new Drawn(List.of(), Map.of(), Set.of());

  private final AtomicInteger draws = new AtomicInteger();
  private final SharedBuckets buckets = new SharedBuckets(() -> System.nanoTime() / 1e9);

  @Test
  void reachesTheWholeRateHoweverItsReplicasAreBusyAndNeverMore() throws Exception {
    var rate = Rate.of("20+200/1s");
    var replicas = IntStream.range(0, 3).mapToObj(i -> new Turnstile(this::drawAndCount)).toList();
    var granted = new AtomicInteger();
    var begun = System.nanoTime();
    var end = begun + 2_000_000_000L;

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 3; i++) {
        var lane = replicas.get(i).lane("main", "k", List.of(Allowance.of("number main", rate)));
        var turnstile = replicas.get(i);
        for (int customer = 0; customer < (i == 0 ? 100 : 1); customer++) {
          threads.execute(() -> askUntil(end, turnstile, lane, granted));
        }
      }
    }

    var seconds = (System.nanoTime() - begun) / 1e9;
    assertThat(granted.doubleValue()).isLessThanOrEqualTo(20 + 200 * seconds);
    assertThat(granted.doubleValue()).isGreaterThan(0.7 * 400);
    assertThat(draws.get()).isLessThan(150);
  }

  private Drawn drawAndCount(List<Wish> wishes) {
    draws.incrementAndGet();
    return buckets.draw(wishes);
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
  void asksNobodyWhileTheRateCannotBind() {
    var turnstile = new Turnstile(this::drawAndCount);
    var lane =
        turnstile.lane("main", "k", List.of(Allowance.of("number main", Rate.of("999999/1s"))));
    var begun = System.nanoTime();

    for (int asked = 0; asked < 5_000; asked++) {
      assertThat(turnstile.ask(lane, false)).isEqualTo(new Permission.Granted());
      LockSupport.parkNanos(100_000);
    }

    // some more while it learns what is needed
    var slots = (System.nanoTime() - begun) / (double) Turnstile.SLOT_NANOS;
    assertThat(draws.doubleValue()).isLessThan(10 + slots);
  }

  @Test
  void drawsNothingWhenNobodyAsks() {
    new Turnstile(this::drawAndCount)
        .lane("main", "k", List.of(Allowance.of("number main", Rate.of("80/1s"))));

    assertThat(draws.get()).isZero();
  }

  @Test
  void knowsWithinASlotThatAnotherReplicaPausedOrStopped() {
    var stopped = new AtomicBoolean();
    var turnstile =
        new Turnstile(
            wishes -> {
              var drawn = buckets.draw(wishes);
              return stopped.get()
                  ? new Drawn(
                      drawn.slices(),
                      Map.of("paused", Duration.ofSeconds(30)),
                      Set.of(new Drawn.Stop("main", "stopped")))
                  : drawn;
            });
    var allowances = List.of(Allowance.of("number main", Rate.of("9999/1s")));
    var ofPaused = turnstile.lane("main", "paused", allowances);
    var ofStopped = turnstile.lane("main", "stopped", allowances);
    assertThat(turnstile.ask(ofPaused, false)).isEqualTo(new Permission.Granted());
    assertThat(turnstile.ask(ofStopped, false)).isEqualTo(new Permission.Granted());

    stopped.set(true);
    LockSupport.parkNanos(Turnstile.SLOT_NANOS);

    assertThat(turnstile.ask(ofPaused, false))
        .isInstanceOfSatisfying(
            Permission.NotBefore.class,
            it -> assertThat(it.at()).isAfter(Instant.now().plusSeconds(25)));
    assertThat(turnstile.ask(ofStopped, false)).isEqualTo(new Permission.Stopped());
    assertThat(turnstile.ask(ofStopped, true)).isEqualTo(new Permission.Granted());
  }

  @Test
  void knowsAtOnceWhatItLearnsItself() {
    var turnstile = new Turnstile(buckets);
    var lane = turnstile.lane("main", "k", List.of(Allowance.of("b", Rate.of("9999/1s"))));
    assertThat(turnstile.ask(lane, false)).isEqualTo(new Permission.Granted());

    turnstile.stopped("main", true);
    assertThat(turnstile.ask(lane, false)).isEqualTo(new Permission.Stopped());
    turnstile.stopped("main", false);
    turnstile.paused("k", Duration.ofMillis(50));
    assertThat(turnstile.ask(lane, false)).isInstanceOf(Permission.NotBefore.class);
    LockSupport.parkNanos(60_000_000);
    assertThat(turnstile.ask(lane, false)).isEqualTo(new Permission.Granted());
  }

  @Test
  void letsNothingThroughWhileTheDatabaseIsAwayAndAsksItSeldom() throws InterruptedException {
    var isAway = new AtomicBoolean(true);
    var turnstile =
        new Turnstile(
            wishes -> {
              draws.incrementAndGet();
              if (isAway.get()) {
                throw new IllegalStateException("the database is away");
              }
              return NOTHING;
            });
    var lane = turnstile.lane("main", "k", List.of());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 50)
                  .<java.util.concurrent.Callable<Permission>>mapToObj(
                      i -> () -> turnstile.ask(lane, false))
                  .toList());
      assertThat(answers)
          .extracting(it -> it.get())
          .allSatisfy(it -> assertThat(it).isInstanceOf(Permission.NotBefore.class));
    }
    assertThat(draws.get()).isEqualTo(1);

    isAway.set(false);
    LockSupport.parkNanos(600_000_000L);
    assertThat(turnstile.ask(lane, false)).isEqualTo(new Permission.Granted());
  }
}
