package dev.tapflow.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.webhook.WebhookSettings.Source;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebhookSettingsTest {

  @Test
  void knowsAChannelThatOnlyEnvironmentVariablesName() {
    // When
    var channels =
        settings(
            Map.of(
                "TAPFLOW_CHANNELS_SHOP2_CLOUD_APP_SECRET", "secret",
                "TAPFLOW_CHANNELS_SHOP2_CLOUD_PHONE_NUMBER_ID", "1055",
                "TAPFLOW_CHANNELS_RELAY_REPLIES_SECRET", "secret",
                "TAPFLOW_CHANNELS_RELAY_INBOUND", "replies"));

    // Then
    assertThat(channels).containsOnlyKeys("main", "shop2", "relay");
    assertThat(channels.get("shop2").cloud().phoneNumberId()).contains("1055");
    assertThat(channels.get("shop2").source()).isEqualTo(Source.META);
    assertThat(channels.get("relay").source()).isEqualTo(Source.REPLIES);
  }

  @Test
  void takesAnEnvironmentVariableForADefault() {
    // When
    var channels = settings(Map.of("TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", "real"));

    // Then
    assertThat(channels.get("main").cloud().appSecret()).contains("real");
  }

  @Test
  void takesAnEmptySecretForNone() {
    // When
    var channels = settings(Map.of("TAPFLOW_CHANNELS_MAIN_CLOUD_APP_SECRET", ""));

    // Then
    assertThat(channels.get("main").cloud().appSecret()).isEmpty();
  }

  private static Map<String, WebhookSettings.Channel> settings(Map<String, String> environment) {
    var defaults =
        Map.of(
            "tapflow.channels.main.cloud.app-secret", "sandbox-secret",
            "tapflow.channels.main.replies-secret", "sandbox-secret");
    return new SmallRyeConfigBuilder()
        .addDefaultInterceptors()
        .withSources(
            new EnvConfigSource(environment, 300),
            new PropertiesConfigSource(defaults, "defaults", 100))
        .withMapping(WebhookSettings.class)
        .build()
        .getConfigMapping(WebhookSettings.class)
        .channels();
  }
}
