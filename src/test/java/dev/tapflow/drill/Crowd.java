package dev.tapflow.drill;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/** Many customers at once. */
final class Crowd {

  private static final AtomicInteger NUMBERS = new AtomicInteger(600_001_000);

  private final Scale scale;
  private final List<Customer> customers;
  private final LongAdder answers = new LongAdder();
  private volatile boolean enough;
  private volatile long end = Long.MAX_VALUE;
  private List<Thread> threads = List.of();

  Crowd(Scale scale, OtherSide otherSide, Arrivals arrivals) {
    this.scale = scale;
    this.customers =
        IntStream.range(0, scale.customers())
            .mapToObj(i -> new Customer("+34" + NUMBERS.incrementAndGet(), otherSide, arrivals))
            .toList();
  }

  List<Customer> customers() {
    return customers;
  }

  void begin() {
    end = System.nanoTime() + scale.load().toNanos();
    threads = customers.stream().map(it -> Thread.ofVirtual().start(() -> tap(it))).toList();
  }

  private void tap(Customer customer) {
    try {
      customer.tap(scale, this::isEnough, answers);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isEnough() {
    return enough || System.nanoTime() > end;
  }

  /** From 0 to 1: what they have done of what they want to do. */
  double progress() {
    return answers.doubleValue() / ((double) scale.customers() * scale.taps());
  }

  boolean isTapping() {
    return threads.stream().anyMatch(Thread::isAlive);
  }

  /** Everybody stops after the answer to the last tap. */
  void stop() {
    enough = true;
  }

  void awaitEnd() throws InterruptedException {
    for (var thread : threads) {
      thread.join();
    }
  }
}
