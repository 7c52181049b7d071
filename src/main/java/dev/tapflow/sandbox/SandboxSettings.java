package dev.tapflow.sandbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** How the other side looks, before anybody changes it over {@code /sandbox/control}. */
@ConfigMapping(prefix = "tapflow.sandbox")
public interface SandboxSettings {

  /**
   * Whether {@code /sandbox} exists; by default in the profiles {@code dev} and {@code test} only.
   */
  Optional<Boolean> enabled();

  /** The name the customers see above the chat. */
  @WithDefault("Acme")
  String business();

  /** The Octopods API key that is valid at first. */
  @WithDefault("sandbox-key")
  String apiKey();

  /** Where and how Meta's webhooks are posted. */
  Webhook webhook();

  /** Meta's side of a webhook subscription. */
  interface Webhook {

    /** Where it is posted; by default {@code /webhooks/whatsapp/main} of this very process. */
    Optional<String> url();

    /** The app secret that signs each body. */
    @WithDefault("sandbox-secret")
    String secret();

    /** Meta's id of the business' number. */
    @WithDefault("1055")
    String phoneNumberId();

    /** The business' number, digits only, as Meta writes it. */
    @WithDefault("34910000000")
    String displayPhoneNumber();

    /** How long after its message a status is posted: Meta needs a moment, too. */
    @WithDefault("50ms")
    Duration statusDelay();
  }
}
