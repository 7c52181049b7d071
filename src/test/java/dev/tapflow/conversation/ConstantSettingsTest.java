package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConstantSettingsTest {

  @TempDir Path folder;

  @Test
  void findsAConstantByItsSettingAndByItsVariable() {
    var settings =
        settings(
            Map.of("tapflow.values.deposit", "30", "tapflow.flows.dir", "flows"),
            Map.of("TAPFLOW_VALUES_CITY_TAX", "2.5"));

    assertThat(settings.values(Set.of("deposit", "city_tax", "other")))
        .isEqualTo(Map.of("deposit", "30", "city_tax", "2.5"));
  }

  @Test
  void theEnvironmentWinsOverAFile() {
    var settings =
        settings(Map.of("tapflow.values.deposit", "30"), Map.of("TAPFLOW_VALUES_DEPOSIT", "40"));

    assertThat(settings.values(Set.of("deposit"))).isEqualTo(Map.of("deposit", "40"));
  }

  @Test
  void whatDoesNotFitStopsTheStart() throws IOException {
    Files.writeString(folder.resolve("bot.yaml"), "values: { deposit: 20 }\n");
    var settings =
        settings(
            Map.of("tapflow.values.deposit", "much"), Map.of("TAPFLOW_VALUES_CITY_TAX", "2.5"));

    assertThat(check(settings).problems())
        .containsExactly(
            "tapflow.values.city_tax: bot.yaml has no value \"city_tax\"",
            "tapflow.values.deposit: \"deposit\" is a whole number in bot.yaml, but got \"much\"");
  }

  @Test
  void whatFitsDoesNot() throws IOException {
    Files.writeString(folder.resolve("bot.yaml"), "values: { deposit: 20 }\n");

    assertThat(check(settings(Map.of("tapflow.values.deposit", "30"), Map.of())).problems())
        .isEmpty();
    assertThat(check(settings(Map.of(), Map.of())).problems()).isEmpty();
  }

  private ConstantsCheck check(ConstantSettings settings) {
    return new ConstantsCheck(settings, new Folder(folder));
  }

  private static ConstantSettings settings(
      Map<String, String> file, Map<String, String> variables) {
    return new ConstantSettings(
        new SmallRyeConfigBuilder()
            .withSources(
                List.of(
                    new PropertiesConfigSource(file, "file", 100),
                    new EnvConfigSource(variables, 300)))
            .build());
  }

  /** Nothing but a folder. */
  private record Folder(Path dir) implements FlowsSettings {

    @Override
    public Optional<Duration> watch() {
      return Optional.empty();
    }

    @Override
    public boolean moveOpenConversations() {
      return false;
    }
  }
}
