package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tapflow.sandbox.Fault.When;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The faults that were ordered and have not all come true yet, in the order they were ordered; and
 * those that came true, with the call they struck.
 */
@Singleton
final class Faults implements Forgetful {

  private final List<FaultOrder> pending = new ArrayList<>();
  private final List<Struck> struck = new ArrayList<>();
  private final RandomGenerator luck = RandomGenerator.getDefault();

  /** A call that a fault struck; {@code at} in machine time. */
  record Struck(
      FaultOrder order, Call.Kind path, @Nullable String phone, JsonNode body, Instant at) {

    private static Struck of(FaultOrder order, Call call) {
      return new Struck(
          order,
          call.kind(),
          call.phone().map(CustomerNumber::e164).orElse(null),
          call.body().node(),
          Clock.systemUTC().instant());
    }
  }

  synchronized void order(FaultOrder order) {
    if (order.phone() != null && CustomerNumber.lenient(order.phone()).isEmpty()) {
      throw Problem.exception(400, "phone is no E.164 number such as +34600000001.");
    }
    // an order that cannot be carried out is refused now, not when it strikes
    order.toFault();
    pending.add(order.isEndless() ? order : order.withTimes(order.timesOrOnce()));
  }

  /** In the order in which they came true. */
  synchronized List<Struck> struck() {
    return List.copyOf(struck);
  }

  synchronized List<FaultOrder> pending() {
    return List.copyOf(pending);
  }

  /** The first fault that strikes this call at this moment, used up once. */
  synchronized Optional<Fault> strike(When when, Call call) {
    for (int i = 0; i < pending.size(); i++) {
      var order = pending.get(i);
      var fault = order.toFault();
      if (fault.when() == when && order.strikes(call, luck.nextDouble())) {
        useUp(i, order);
        struck.add(Struck.of(order, call));
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private void useUp(int index, FaultOrder order) {
    if (order.isEndless()) {
      return;
    }
    int left = order.timesOrOnce() - 1;
    if (left > 0) {
      pending.set(index, order.withTimes(left));
    } else {
      pending.remove(index);
    }
  }

  /** Nothing more strikes; what has struck is remembered. */
  synchronized void clear() {
    pending.clear();
  }

  @Override
  public synchronized void forget() {
    pending.clear();
    struck.clear();
  }
}
