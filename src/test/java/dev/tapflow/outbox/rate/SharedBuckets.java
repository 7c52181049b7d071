package dev.tapflow.outbox.rate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** What the draw's statement does with the rows, in memory; times in seconds. */
public final class SharedBuckets implements Draw {

  private final Map<String, Double> fullAt = new HashMap<>();
  private final DoubleSupplier clock;

  public SharedBuckets(DoubleSupplier clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Drawn draw(List<Wish> wishes) {
    var now = clock.getAsDouble();
    return new Drawn(wishes.stream().map(wish -> draw(wish, now)).toList(), Map.of(), Set.of());
  }

  private Drawn.Slice draw(Wish wish, double now) {
    var allowance = wish.allowance();
    var full = Math.max(now, fullAt.getOrDefault(allowance.bucket(), now));
    var ahead = full - now;
    var tokens = Math.max(0, Math.floor((allowance.depth() + 0.2 - ahead) / allowance.each()));
    var spare = Math.min(wish.spare(), Math.floor(Math.max(0, tokens - wish.waiting()) / 4));
    var drawn = Math.min(wish.waiting(), tokens) + spare;
    fullAt.put(allowance.bucket(), full + drawn * allowance.each());
    return new Drawn.Slice(
        allowance.bucket(), ahead + allowance.each() - allowance.depth(), (int) drawn);
  }
}
