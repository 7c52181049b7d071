package dev.tapflow.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the limits count.
 *
 * @param turns customers' messages since the conversation began
 * @param stepsSinceMessage steps walked since the customer's last message
 * @param unpromptedArrivals when each step (as {@code flow#step}) was come to without a customer's
 *     message, within the last hour
 */
public record Counters(
    int turns, int stepsSinceMessage, Map<String, List<Instant>> unpromptedArrivals) {

  public static final Counters ZERO = new Counters(0, 0, Map.of());

  public Counters {
    unpromptedArrivals = Map.copyOf(unpromptedArrivals);
  }

  /**
   * Of a new conversation. Without a message the hour counts on, or flows start each other for
   * ever.
   */
  static Counters after(Optional<Counters> last, boolean aMessage) {
    return aMessage
        ? ZERO.aMessage()
        : new Counters(0, 0, last.map(Counters::unpromptedArrivals).orElseGet(Map::of));
  }

  Counters aMessage() {
    return new Counters(turns + 1, 0, unpromptedArrivals);
  }

  Counters aStep() {
    return new Counters(turns, stepsSinceMessage + 1, unpromptedArrivals);
  }

  Counters withTurns(int changed) {
    return new Counters(changed, stepsSinceMessage, unpromptedArrivals);
  }

  Counters withSteps(int changed) {
    return new Counters(turns, changed, unpromptedArrivals);
  }

  /** With one more arrival at a step that no message caused; what is older than an hour goes. */
  Counters anUnpromptedArrival(String step, Instant now) {
    var hourAgo = now.minus(Duration.ofHours(1));
    var kept = new HashMap<String, List<Instant>>();
    unpromptedArrivals.forEach(
        (name, times) -> {
          var recent = times.stream().filter(time -> time.isAfter(hourAgo)).toList();
          if (!recent.isEmpty()) {
            kept.put(name, recent);
          }
        });
    kept.merge(
        step, List.of(now), (old, one) -> Stream.concat(old.stream(), one.stream()).toList());
    return new Counters(turns, stepsSinceMessage, kept);
  }

  Counters forgettingArrivalsAt(String step) {
    var kept = new HashMap<>(unpromptedArrivals);
    kept.remove(step);
    return new Counters(turns, stepsSinceMessage, kept);
  }

  int unpromptedArrivalsAt(String step) {
    return unpromptedArrivals.getOrDefault(step, List.of()).size();
  }
}
