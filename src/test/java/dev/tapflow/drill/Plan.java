package dev.tapflow.drill;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What is broken when: drawn from a seed, and told by how far the customers have come. */
record Plan(List<Act> acts) {

  /** Something that is broken at a point of the way, from 0 to 1. */
  sealed interface Act {

    double when();

    record Kill(double when, int replica, Duration away) implements Act {}

    /** Of PostgreSQL; {@code crash} leaves it no time to finish anything. */
    record Restart(double when, boolean crash) implements Act {}
  }

  static Plan of(Scale scale, long seed) {
    var random = new Random(seed);
    var acts = new ArrayList<Act>();
    for (int i = 0; i < scale.kills(); i++) {
      var away = Duration.ofMillis(random.nextInt(100, 3_000));
      acts.add(new Act.Kill(point(random, i, scale.kills()), random.nextInt(3), away));
    }
    for (int i = 0; i < scale.restarts(); i++) {
      acts.add(new Act.Restart(point(random, i, scale.restarts()), i % 2 == 0));
    }
    acts.sort(Comparator.comparing(Act::when));
    return new Plan(List.copyOf(acts));
  }

  /** Somewhere in the part that is this one's, and early enough that there is load after it. */
  private static double point(Random random, int index, int all) {
    return (index + random.nextDouble()) / all * 0.9;
  }
}
