package dev.tapflow.webhook;

import dev.tapflow.webhook.WebhookSettings.Source;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Settings of channels, for tests that run without a server. */
final class TestChannels {

  private final Map<String, WebhookSettings.Channel> channels = new HashMap<>();

  /** A channel with Meta's settings, and no number of its own. */
  TestChannels with(String name) {
    return with(name, Optional.empty(), Optional.of("app"), Optional.of("replies"), null);
  }

  TestChannels withNumber(String name, String phoneNumberId) {
    return with(name, Optional.of(phoneNumberId), Optional.of("app"), Optional.of("replies"), null);
  }

  TestChannels with(
      String name,
      Optional<String> phoneNumberId,
      Optional<String> appSecret,
      Optional<String> repliesSecret,
      @org.jspecify.annotations.Nullable Source inbound) {
    channels.put(
        name,
        new TestChannel(
            new TestCloud(phoneNumberId, appSecret, Optional.of("token")),
            repliesSecret,
            Optional.ofNullable(inbound)));
    return this;
  }

  WebhookSettings settings() {
    return () -> channels;
  }

  Channels channels() {
    return new Channels(settings());
  }

  private record TestChannel(
      WebhookSettings.Cloud cloud, Optional<String> repliesSecret, Optional<Source> inbound)
      implements WebhookSettings.Channel {}

  private record TestCloud(
      Optional<String> phoneNumberId, Optional<String> appSecret, Optional<String> verifyToken)
      implements WebhookSettings.Cloud {}
}
