package dev.tapflow.engine;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    unpromptedArrivals = Map.copyOf(new HashMap<>(unpromptedArrivals));
  }
}
