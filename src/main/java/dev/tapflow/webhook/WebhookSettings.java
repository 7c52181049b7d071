package dev.tapflow.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the doors need to know of the channels. Names are {@code [a-z0-9]+}, so that environment
 * variables can name them too: {@code TAPFLOW_CHANNELS_SHOP_CLOUD_APP_SECRET}.
 */
@ConfigMapping(prefix = "tapflow.channels")
public interface WebhookSettings {

  /** The channels by name. */
  @WithParentName
  Map<String, Channel> channels();

  /** One channel, as its senders see it. */
  interface Channel {

    /** Meta's side of it. */
    Cloud cloud();

    /** Signs the JSON of {@code /webhooks/replies/{channel}}. */
    Optional<String> repliesSecret();

    /**
     * The one source of customers' messages. Where unset: {@code meta} where {@code
     * cloud.app-secret} is set, then {@code replies} where {@code replies-secret} is, then {@code
     * desk}.
     */
    Optional<Source> inbound();

    /** The source that holds. */
    default Source source() {
      return inbound()
          .orElseGet(
              () -> {
                if (cloud().appSecret().isPresent()) {
                  return Source.META;
                }
                return repliesSecret().isPresent() ? Source.REPLIES : Source.DESK;
              });
    }
  }

  /** What Meta knows of a channel. */
  interface Cloud {

    /** Meta's id of our number: by it, a delivery finds the channel it belongs to. */
    Optional<String> phoneNumberId();

    /** Signs Meta's deliveries. */
    Optional<String> appSecret();

    /** Proves that it is we whom Meta asks. */
    Optional<String> verifyToken();
  }

  /** Where a channel's customer messages come from. */
  enum Source {
    /** {@code /webhooks/whatsapp/{channel}}. */
    META,
    /** {@code /webhooks/replies/{channel}}. */
    REPLIES,
    /** The webhook of the desk. */
    DESK;

    /** As the setting writes it. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
