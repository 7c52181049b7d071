package dev.tapflow.webhook;

import dev.tapflow.webhook.WebhookSettings.Source;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;

/** What the doors count. */
@Singleton
final class WebhookMeters {

  private final MeterRegistry registry;

  WebhookMeters(MeterRegistry registry) {
    this.registry = registry;
  }

  /** Somebody who does not know the secret, or a secret that was changed on one side only. */
  void wrongSignature(Source source, String channel) {
    registry
        .counter("tapflow.webhook.signature.failures", "source", source.word(), "channel", channel)
        .increment();
  }

  /** Messages for a number that no channel has. */
  void unknownNumber(String channel) {
    registry.counter("tapflow.webhook.unknown.number", "channel", channel).increment();
  }

  /** A body that is not what its sender's contract says. */
  void unreadable(Source source, String channel) {
    registry
        .counter("tapflow.webhook.unreadable", "source", source.word(), "channel", channel)
        .increment();
  }
}
