package dev.tapflow.drill;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** One who taps after the answer to the last tap, and does nothing else. */
final class Customer {

  private final String phone;
  private final OtherSide otherSide;
  private final Arrivals arrivals;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private volatile boolean stuck;

  Customer(String phone, OtherSide otherSide, Arrivals arrivals) {
    this.phone = phone;
    this.otherSide = otherSide;
    this.arrivals = arrivals;
  }

  String phone() {
    return phone;
  }

  /** Meta's ids of what was typed and tapped, in order; the number of each is its place. */
  List<String> events() {
    return events;
  }

  /** Whether an answer never came. */
  boolean isStuck() {
    return stuck;
  }

  /** Taps until it has done so often enough, or is told that it is enough. */
  void tap(Scale scale, BooleanSupplier enough, LongAdder answers) throws InterruptedException {
    otherSide.moveIn(phone);
    events.add(otherSide.types(phone, "hi"));
    var answer = answerTo(0, scale.patience());
    while (answer.isPresent() && events.size() <= scale.taps() && !enough.getAsBoolean()) {
      answers.increment();
      read(scale.think());
      events.add(otherSide.taps(answer.get()));
      answer = answerTo(events.size() - 1, scale.patience());
    }
    stuck = answer.isEmpty();
  }

  private static void read(Duration think) {
    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(2 * think.toNanos()));
  }

  /** What arrives beside it is in the vendor's record, and counted there. */
  private Optional<Accepted> answerTo(int number, Duration patience) throws InterruptedException {
    var awaited = Message.toTap(phone, number);
    var end = System.nanoTime() + patience.toNanos();
    while (true) {
      var arrived =
          arrivals.on(phone).poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
      if (arrived == null || arrived.message().equals(awaited)) {
        return Optional.ofNullable(arrived);
      }
    }
  }
}
