package dev.tapflow.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxGateTest {

  @Test
  void isOpenForDevelopersOnly() {
    assertThat(SandboxGate.isForDevelopers(List.of("dev"))).isTrue();
    assertThat(SandboxGate.isForDevelopers(List.of("test"))).isTrue();
    assertThat(SandboxGate.isForDevelopers(List.of("prod"))).isFalse();
    assertThat(SandboxGate.isForDevelopers(List.of())).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "/sandbox, true",
    "/sandbox/phones, true",
    "/sandboxes, false",
    "/api/v1/sandbox, false"
  })
  void guardsItsOwnPathsOnly(String path, boolean guarded) {
    assertThat(SandboxGate.isSandbox(path)).isEqualTo(guarded);
  }
}
