package dev.tapflow.sandbox;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How many requests one key may make in a stretch of machine time; without an order, any number.
 */
@Singleton
final class RateLimit implements Forgetful {

  /** At most {@code limit} requests in any {@code per}. */
  record Order(int limit, Duration per, @Nullable RetryAfter retryAfter) {
    Order {
      Objects.requireNonNull(per, "per is missing, such as PT1S");
    }
  }

  private final InstantSource machine;
  private final Map<String, Deque<Instant>> requests = new HashMap<>();
  private @Nullable Order order;

  RateLimit() {
    this(Clock.systemUTC());
  }

  RateLimit(InstantSource machine) {
    this.machine = machine;
  }

  synchronized void set(Order order) {
    this.order = order;
    requests.clear();
  }

  synchronized Optional<Order> order() {
    return Optional.ofNullable(order);
  }

  /**
   * Counts this request, or tells when the key may come back; one that is refused is not counted.
   */
  synchronized Optional<Reply.Slower> admit(String key) {
    if (order == null) {
      return Optional.empty();
    }
    var now = machine.instant();
    var earlier = requests.computeIfAbsent(key, unused -> new ArrayDeque<>());
    while (!earlier.isEmpty() && !earlier.getFirst().plus(order.per()).isAfter(now)) {
      earlier.removeFirst();
    }
    if (earlier.size() < order.limit()) {
      earlier.addLast(now);
      return Optional.empty();
    }
    var until = earlier.isEmpty() ? now.plus(order.per()) : earlier.getFirst().plus(order.per());
    var form = order.retryAfter() == null ? RetryAfter.SECONDS : order.retryAfter();
    return Optional.of(new Reply.Slower(form, now, until));
  }

  @Override
  public synchronized void forget() {
    order = null;
    requests.clear();
  }
}
