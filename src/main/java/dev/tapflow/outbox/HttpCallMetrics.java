package dev.tapflow.outbox;

import dev.tapflow.message.HttpAnswer;
import dev.tapflow.outbox.call.ServiceCalls;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Locale;

/**
 * Counts what becomes of flows' calls: {@code tapflow.http.calls} by outcome, {@code
 * tapflow.http.attempts} with how long they took. No label says whom or what was called.
 */
@Singleton
final class HttpCallMetrics {

  private final MeterRegistry registry;

  HttpCallMetrics(MeterRegistry registry, ServiceCalls calls) {
    this.registry = registry;
    registry.gauge("tapflow.http.under_way", calls, ServiceCalls::underWay);
  }

  void ended(HttpAnswer answer) {
    ended(outcome(answer));
  }

  /** It stood in line for so long that nobody waits for its answer any more. */
  void overdue() {
    ended("overdue");
  }

  private void ended(String outcome) {
    registry.counter("tapflow.http.calls", "outcome", outcome).increment();
  }

  void attempted(HttpAnswer answer, Duration time) {
    registry.timer("tapflow.http.attempts", "outcome", outcome(answer)).record(time);
  }

  private static String outcome(HttpAnswer answer) {
    return switch (answer) {
      case HttpAnswer.Answered answered -> answered.status() / 100 + "xx";
      case HttpAnswer.Failed failed -> failed.reason().name().toLowerCase(Locale.ROOT);
    };
  }
}
