package dev.tapflow.webhook;

import dev.tapflow.webhook.WebhookSettings.Channel;
import dev.tapflow.webhook.WebhookSettings.Source;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Finds the channel that a delivery belongs to. */
@Startup
@Singleton
final class Channels {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+");

  private final Map<String, Channel> channels;

  /** Refuses settings that no delivery could be routed by. */
  Channels(WebhookSettings settings) {
    this.channels = settings.channels();
    var numbers = new HashMap<String, String>();
    new TreeMap<>(channels).forEach((name, channel) -> check(name, channel, numbers));
  }

  private static void check(String name, Channel channel, Map<String, String> numbers) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Expected a channel name [a-z0-9]+, but got tapflow.channels.%s".formatted(name));
    }
    channel
        .cloud()
        .phoneNumberId()
        .map(number -> numbers.put(number, name))
        .ifPresent(
            other -> {
              throw new IllegalArgumentException(
                  "Expected one channel a number, but tapflow.channels.%s and .%s have the same"
                          .formatted(other, name)
                      + " cloud.phone-number-id");
            });
  }

  boolean knows(String channel) {
    return channels.containsKey(channel);
  }

  /** A secret of a channel; empty where the channel or the secret is not configured. */
  Optional<String> secret(String channel, Function<Channel, Optional<String>> which) {
    return Optional.ofNullable(channels.get(channel)).flatMap(which);
  }

  /** The one source whose messages are handled. */
  Source source(String channel) {
    var known = channels.get(channel);
    if (known == null) {
      throw new IllegalStateException("Expected a known channel, but got " + channel);
    }
    return known.source();
  }

  /**
   * The channel of a number of ours. An app at Meta has one address for all its numbers, so the
   * number decides, and the address only where it belongs to a channel without a number.
   */
  Optional<String> ofNumber(Optional<String> phoneNumberId, String addressed) {
    return phoneNumberId
        .flatMap(this::withNumber)
        .or(() -> numberOf(addressed).isPresent() ? Optional.empty() : Optional.of(addressed));
  }

  private Optional<String> withNumber(String phoneNumberId) {
    return channels.keySet().stream()
        .filter(name -> numberOf(name).filter(phoneNumberId::equals).isPresent())
        .sorted()
        .findFirst();
  }

  private Optional<String> numberOf(String channel) {
    return secret(channel, known -> known.cloud().phoneNumberId());
  }
}
