package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxGateTest {

  @Test
  void isOpenForDevelopersOnly() {
    assertThat(SandboxGate.isForDevelopers(List.of("dev"))).isTrue();
    assertThat(SandboxGate.isForDevelopers(List.of("test"))).isTrue();
    assertThat(SandboxGate.isForDevelopers(List.of("prod"))).isFalse();
    assertThat(SandboxGate.isForDevelopers(List.of())).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sandbox", "/sandbox/phones", "/sandbox/octopods/api/v1/whatsapp"})
  void hidesItsPathsWhenItIsClosed(String path) {
    assertThat(gate(false).refuseWhenClosed(path)).hasFieldOrPropertyWithValue("status", 404);
    assertThat(gate(true).refuseWhenClosed(path)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sandboxes", "/api/v1/sandbox"})
  void leavesOtherPathsAlone(String path) {
    assertThat(gate(false).refuseWhenClosed(path)).isNull();
  }

  private static SandboxGate gate(boolean open) {
    var settings =
        new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(SandboxSettings.class)
            .withDefaultValue("tapflow.sandbox.enabled", Boolean.toString(open))
            .build()
            .getConfigMapping(SandboxSettings.class);
    return new SandboxGate(() -> settings);
  }
}
