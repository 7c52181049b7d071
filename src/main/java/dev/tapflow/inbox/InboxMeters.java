package dev.tapflow.inbox;

import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What the inbox counts. */
@Singleton
final class InboxMeters {

  private final MeterRegistry registry;
  private final DistributionSummary batches;

  InboxMeters(MeterRegistry registry) {
    this.registry = registry;
    this.batches =
        DistributionSummary.builder("tapflow.inbox.batch")
            .description("Events in one transaction")
            .register(registry);
  }

  /** A batch was committed. */
  void accepted(int events) {
    count("accepted", events);
    batches.record(events);
  }

  /** Events that were known before, or that stand twice in one batch. */
  void duplicates(int events) {
    count("duplicate", events);
  }

  void tooOld(int events) {
    count("too_old", events);
  }

  void setAside(int events) {
    count("set_aside", events);
  }

  /** Kept for the record, from another source than the channel's. */
  void recorded(int events) {
    count("recorded", events);
  }

  void unrouted(int events) {
    count("unrouted", events);
  }

  /** Told to come again later. */
  void notNow(int events) {
    count("not_now", events);
  }

  /** Events that wait, and the bytes of payload that are not answered yet. */
  <T> void watchQueue(T inbox, ToDoubleFunction<T> waiting, Supplier<Number> bytes) {
    registry.gauge("tapflow.inbox.waiting", inbox, waiting);
    Gauge.builder("tapflow.inbox.bytes", bytes).baseUnit("bytes").register(registry);
  }

  private void count(String result, int events) {
    registry.counter("tapflow.inbox.events", "result", result).increment(events);
  }
}
