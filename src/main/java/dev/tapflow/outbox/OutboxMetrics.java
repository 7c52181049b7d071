package dev.tapflow.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what becomes of messages: {@code tapflow.outbox.messages} by channel and outcome. */
@Singleton
final class OutboxMetrics {

  private final MeterRegistry registry;
  private final AtomicLong queued = new AtomicLong();

  OutboxMetrics(MeterRegistry registry) {
    this.registry = registry;
    registry.gauge("tapflow.outbox.queued", queued);
  }

  void count(String channel, MessageState outcome) {
    count(channel, outcome, 1);
  }

  void count(String channel, MessageState outcome, int messages) {
    registry
        .counter("tapflow.outbox.messages", "channel", channel, "outcome", outcome.text())
        .increment(messages);
  }

  /** Of all replicas, as the database has them. */
  void queued(long messages) {
    queued.set(messages);
  }
}
