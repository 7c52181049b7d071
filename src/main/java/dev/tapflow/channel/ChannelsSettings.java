package dev.tapflow.channel;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How messages leave. Names of channels are {@code [a-z0-9]+}, so that environment variables alone
 * can make one: {@code TAPFLOW_CHANNELS_MAIN_OCTOPODS_API_KEY}.
 */
@ConfigMapping(prefix = "tapflow.channels")
public interface ChannelsSettings {

  /** The channels by name. */
  @WithParentName
  Map<String, One> channels();

  /** One WhatsApp number of ours. */
  interface One {

    /** Whose API carries its messages: {@code octopods} or {@code cloud}. */
    @WithDefault("octopods")
    Kind kind();

    /** Octopods' side of it. */
    Octopods octopods();

    /**
     * What becomes of a text that no question takes along: {@code button} sends it with one button
     * under it, {@code desk} as the desk's reply, {@code none} refuses it.
     */
    @WithDefault("button")
    TextRoute text();

    /**
     * What the number may send, received messages left out; WhatsApp's own default is 80 a second.
     */
    @WithDefault("80/1s")
    Rate rate();

    /**
     * What the API key may send over all channels that share it; where unset, only 429 slows it.
     */
    Optional<Rate> keyRate();

    /**
     * How we learn whether messages were delivered. Where unset: {@code webhook} where Meta's
     * webhook is the source of customers' messages ({@code cloud.app-secret} is set and {@code
     * inbound} is {@code meta} or unset), else {@code poll}.
     */
    Optional<Statuses> statuses();

    /** Where customers' messages come from, as the doors have it. */
    Optional<String> inbound();

    /** Meta's side of it. */
    Cloud cloud();

    /** The way of delivery statuses that holds. */
    default Statuses statusesOrDefault() {
      return statuses()
          .orElseGet(
              () ->
                  cloud().appSecret().isPresent()
                          && inbound().filter(it -> !it.equalsIgnoreCase("meta")).isEmpty()
                      ? Statuses.WEBHOOK
                      : Statuses.POLL);
    }
  }

  /** What Meta knows of a channel. */
  interface Cloud {

    /** Signs Meta's deliveries; without one, Meta cannot tell us anything. */
    Optional<String> appSecret();
  }

  /** How Octopods is reached. */
  interface Octopods {

    /**
     * The API's base. A path alone, such as {@code /sandbox/octopods/api/v1}, is one of this very
     * process.
     */
    @WithDefault("https://app.octopods.io/api/v1")
    URI url();

    /** The WhatsApp Business key of {@code X-Octopods-Auth}. */
    Optional<String> apiKey();

    /** Who appears as the sender in the inbox; where unset, the workspace's default sender. */
    Optional<String> intercomTeammateId();

    /** How long a connection may take; a message whose connection failed is tried again. */
    @WithDefault("3s")
    Duration connectTimeout();

    /** How long an answer may take; a message without an answer is unclear, and looked up. */
    @WithDefault("10s")
    Duration readTimeout();

    /** Connections at most; each message in flight needs one. */
    @WithDefault("512")
    @Min(1)
    int connections();
  }

  /** Whose API. */
  enum Kind {
    OCTOPODS,
    CLOUD
  }

  /** The ways of delivery statuses. */
  enum Statuses {
    /** The channel's webhook brings them. */
    WEBHOOK,
    /** The vendor is asked for each message. */
    POLL,
    /** Nobody asks, and nobody tells. */
    NONE
  }

  /** The ways of a text. */
  enum TextRoute {
    BUTTON,
    DESK,
    NONE
  }
}
