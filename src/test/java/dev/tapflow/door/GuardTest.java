package dev.tapflow.door;

import static dev.tapflow.door.Guard.Verdict.COME_IN;
import static dev.tapflow.door.Guard.Verdict.NOTHING_HERE;
import static dev.tapflow.door.Guard.Verdict.WHO_ARE_YOU;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Production is closed by default. */
class GuardTest {

  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private final Guard guard = new Guard(Optional.of(TOKEN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/webhooks/whatsapp/main",
        "/webhooks/replies/main",
        "/webhooks/intercom/main",
        "/q/health",
        "/q/health/live",
        "/q/health/ready",
        "/q/health/well",
        "/sandbox/octopods/api/v1/whatsapp/interactive"
      })
  void staysOpenToThoseWhoSignOrOnlyAskForHealth(String path) {
    assertThat(guard.judge(path, null)).isEqualTo(COME_IN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/api/v1/clock",
        "/q/metrics",
        "/q/openapi",
        "/q/health-ui",
        "/q/dev-ui",
        "/sandbox/control/faults",
        "/sandbox/clock",
        "/webhooks",
        "/webhooksapi",
        "/webhooks/../api/v1/clock",
        "/webhooks/..;/api/v1/clock",
        "/webhooks;x/api",
        "/webhooks/%2e%2e/api/v1/clock",
        "//webhooks/whatsapp/main",
        "/sandbox/graph/../control/faults",
        "/somewhere/new"
      })
  void isClosedToStrangers(String path) {
    assertThat(guard.judge(path, null)).isEqualTo(WHO_ARE_YOU);
    assertThat(guard.judge(path, "Bearer " + TOKEN)).isEqualTo(COME_IN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer ",
        "Bearer 0123456789abcdef0123456789abcde",
        "Bearer 0123456789abcdef0123456789abcdef0",
        "Basic 0123456789abcdef0123456789abcdef",
        TOKEN
      })
  void knowsTheTokenFromANearlyRightOne(String authorization) {
    assertThat(guard.judge("/api/v1/clock", authorization)).isEqualTo(WHO_ARE_YOU);
  }

  @Test
  void readsTheSchemeInAnyCase() {
    assertThat(guard.judge("/api/v1/clock", "bearer " + TOKEN)).isEqualTo(COME_IN);
  }

  @Test
  void withoutATokenNothingIsThere() {
    var closed = new Guard(Optional.empty());

    assertThat(closed.judge("/api/v1/clock", "Bearer " + TOKEN)).isEqualTo(NOTHING_HERE);
    assertThat(closed.judge("/webhooks/whatsapp/main", null)).isEqualTo(COME_IN);
  }
}
