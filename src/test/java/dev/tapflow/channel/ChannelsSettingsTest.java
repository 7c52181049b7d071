package dev.tapflow.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.channel.ChannelsSettings.Kind;
import dev.tapflow.channel.ChannelsSettings.TextRoute;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChannelsSettingsTest {

  @Test
  void knowsAChannelByEnvironmentVariablesAlone() {
    var settings =
        read(
            Map.of(
                "TAPFLOW_CHANNELS_SHOP2_OCTOPODS_API_KEY", "k",
                "TAPFLOW_CHANNELS_SHOP2_OCTOPODS_URL", "http://localhost:9/api/v1",
                "TAPFLOW_CHANNELS_SHOP2_RATE", "20/1s",
                "TAPFLOW_CHANNELS_SHOP2_TEXT", "none"));

    assertThat(settings.channels()).containsOnlyKeys("shop2");
    var shop = settings.channels().get("shop2");
    assertThat(shop.kind()).isEqualTo(Kind.OCTOPODS);
    assertThat(shop.octopods().apiKey()).hasValue("k");
    assertThat(shop.octopods().url()).isEqualTo(URI.create("http://localhost:9/api/v1"));
    assertThat(shop.rate()).isEqualTo(Rate.of("20/1s"));
    assertThat(shop.text()).isEqualTo(TextRoute.NONE);
  }

  private static ChannelsSettings read(Map<String, String> environment) {
    return new SmallRyeConfigBuilder()
        .withSources(new EnvConfigSource(environment, 300))
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(ChannelsSettings.class)
        .build()
        .getConfigMapping(ChannelsSettings.class);
  }
}
