package dev.tapflow.sandbox;

import dev.tapflow.sandbox.Fault.When;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that were ordered and have not all come true yet, in the order they were ordered. */
@Singleton
final class Faults implements Forgetful {

  private final List<FaultOrder> pending = new ArrayList<>();

  synchronized void order(FaultOrder order) {
    if (order.phone() != null && CustomerNumber.lenient(order.phone()).isEmpty()) {
      throw Problem.exception(400, "phone is no E.164 number such as +34600000001.");
    }
    // an order that cannot be carried out is refused now, not when it strikes
    order.toFault();
    pending.add(order.withTimes(order.timesOrOnce()));
  }

  synchronized List<FaultOrder> pending() {
    return List.copyOf(pending);
  }

  /** The first fault that strikes this call at this moment, used up once. */
  synchronized Optional<Fault> strike(When when, Call call) {
    for (int i = 0; i < pending.size(); i++) {
      var order = pending.get(i);
      var fault = order.toFault();
      if (fault.when() == when && order.isFor(call)) {
        useUp(i, order);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private void useUp(int index, FaultOrder order) {
    int left = order.timesOrOnce() - 1;
    if (left > 0) {
      pending.set(index, order.withTimes(left));
    } else {
      pending.remove(index);
    }
  }

  @Override
  public synchronized void forget() {
    pending.clear();
  }
}
