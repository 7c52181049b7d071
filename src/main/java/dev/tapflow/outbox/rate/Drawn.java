package dev.tapflow.outbox.rate;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a draw brought.
 *
 * @param pauses keys that must not send, by their hash: for how long
 * @param stops channels that are stopped
 */
public record Drawn(List<Slice> slices, Map<String, Duration> pauses, Set<Stop> stops) {

  public Drawn {
    slices = List.copyOf(slices);
    pauses = Map.copyOf(pauses);
    stops = Set.copyOf(stops);
  }

  /**
   * The tokens of one bucket, in the order of time: the first is usable from {@code firstIn} on,
   * each further one {@code each} later.
   *
   * @param bucket the row's name
   * @param firstIn seconds from the draw; negative when it has been there for a while. Also when no
   *     token was drawn: then it is the time of the next one
   */
  public record Slice(String bucket, double firstIn, int count) {}

  /** A channel is stopped with one key; another key is another matter. */
  public record Stop(String channel, String keyHash) {}
}
