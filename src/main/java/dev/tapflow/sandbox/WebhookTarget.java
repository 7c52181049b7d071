package dev.tapflow.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where Meta's webhooks go and what is said in them.
 *
 * @param url empty for {@code /webhooks/whatsapp/main} of this process
 * @param statuses whether statuses are posted at all
 * @param automatic whether {@code sent} and {@code delivered} follow a message by themselves
 * @param statusDelay how long after its cause a status is posted
 */
record WebhookTarget(
    @Nullable String url,
    String secret,
    String phoneNumberId,
    String displayPhoneNumber,
    boolean statuses,
    boolean automatic,
    Duration statusDelay) {

  WebhookTarget {
    if (url != null && !url.matches("https?://[^/]+.*")) {
      throw new IllegalArgumentException(
          "Expected an address such as http://localhost:8080/webhooks/whatsapp/main, but got "
              + url);
    }
  }

  static WebhookTarget of(SandboxSettings.Webhook settings) {
    return new WebhookTarget(
        settings.url().orElse(null),
        settings.secret(),
        settings.phoneNumberId(),
        settings.displayPhoneNumber(),
        true,
        true,
        settings.statusDelay());
  }

  /** What somebody wants otherwise; what is left out stays as it is. */
  record Change(
      @Nullable String url,
      @Nullable String secret,
      @Nullable String phoneNumberId,
      @Nullable String displayPhoneNumber,
      @Nullable Boolean statuses,
      @Nullable Boolean automatic,
      @Nullable Duration statusDelay) {}

  WebhookTarget with(Change change) {
    return new WebhookTarget(
        change.url() == null ? url : change.url(),
        change.secret() == null ? secret : change.secret(),
        change.phoneNumberId() == null ? phoneNumberId : change.phoneNumberId(),
        change.displayPhoneNumber() == null ? displayPhoneNumber : change.displayPhoneNumber(),
        change.statuses() == null ? statuses : change.statuses(),
        change.automatic() == null ? automatic : change.automatic(),
        change.statusDelay() == null ? statusDelay : change.statusDelay());
  }
}
