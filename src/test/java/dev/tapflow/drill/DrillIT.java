package dev.tapflow.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Customers tap, and everything goes wrong. {@code -Ddrill=whole} is all of it, {@code
 * -Ddrill.seed=} repeats a drill's plan.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DrillIT {

  private final Scale scale = Scale.asked();
  private World world;

  @BeforeAll
  void startTheWorld() throws IOException, SQLException {
    world = new World();
    world.start();
  }

  @AfterAll
  void stopTheWorld() throws IOException {
    if (world != null) {
      world.close();
    }
  }

  @Test
  void losesNothingWhateverIsKilled() throws Exception {
    long seed = Long.getLong("drill.seed", System.nanoTime() % 1_000_000);
    System.out.printf("the drill's plan is of -Ddrill.seed=%d%n", seed);
    var crowd = new Crowd(scale, world.otherSide(), world.arrivals());
    Faults.oneInTen().forEach(world.otherSide()::order);

    crowd.begin();
    new Chaos(Plan.of(scale, seed), crowd, world.fleet(), world.postgres()).run();
    crowd.awaitEnd();
    world.otherSide().mend();
    assertThat(world.fleet().troubles()).isEmpty();
    world.fleet().startAll();
    world.awaitQuiet(scale.patience());

    var tally = Tally.of(crowd, world, world.fleet().kills());
    System.out.println("drill: " + tally.line());
    assertFlawless(crowd, tally);
  }

  @Test
  void comesBackByItselfWhenTheDatabaseDoes() throws Exception {
    var crowd = new Crowd(scale.steady(), world.otherSide(), world.arrivals());
    world.balancer().failures().clear();

    crowd.begin();
    awaitProgress(crowd, 0.1);
    world.postgres().stop();
    var gone = Instant.now();
    await().pollDelay(scale.away()).atMost(scale.away().plusSeconds(5)).until(() -> true);
    world.postgres().start();
    var outage = new Mishap(Mishap.ALL, gone, Instant.now());
    crowd.stop();
    crowd.awaitEnd();
    world.awaitQuiet(scale.patience());

    var tally = Tally.of(crowd, world, List.of(outage));
    System.out.printf(
        "drill, database away %d s: %s; %d times 503%n",
        scale.away().toSeconds(), tally.line(), world.balancer().failures().size());
    assertFlawless(crowd, tally);
    assertThat(world.balancer().failures())
        .isNotEmpty()
        .containsOnly(new Balancer.Answer(503, true));
  }

  @Test
  void leavesNoSendUnclearWhenItIsAskedToStop() throws Exception {
    var crowd = new Crowd(scale.steady(), world.otherSide(), world.arrivals());
    var unclear = new UnclearBook(world.books());

    crowd.begin();
    awaitProgress(crowd, 0.05);
    for (var replica : world.fleet().replicas()) {
      assertThat(replica.terminate(Duration.ofSeconds(40))).as("ends in time").isTrue();
      replica.start();
      replica.awaitReady();
    }
    crowd.stop();
    crowd.awaitEnd();
    world.awaitQuiet(scale.patience());

    var tally = Tally.of(crowd, world, List.of());
    System.out.printf(
        "drill, rolling restart: %s; %d sends were called unclear%n",
        tally.line(), unclear.read().size());
    assertFlawless(crowd, tally);
    assertThat(unclear.read()).isEmpty();
  }

  private void awaitProgress(Crowd crowd, double progress) {
    await("customers to be at work")
        .atMost(scale.patience())
        .pollInterval(Duration.ofMillis(10))
        .until(() -> crowd.progress() >= progress);
  }

  private static void assertFlawless(Crowd crowd, Tally tally) {
    assertSoftly(
        softly -> {
          softly
              .assertThat(crowd.customers().stream().filter(Customer::isStuck).map(Customer::phone))
              .as("stuck")
              .isEmpty();
          softly.assertThat(tally.lost()).as("lost").isEmpty();
          softly.assertThat(tally.twice()).as("twice").isEmpty();
          softly.assertThat(tally.outOfOrder()).as("out of order").isEmpty();
        });
  }
}
