package dev.tapflow.outbox.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.HttpCall;
import dev.tapflow.message.HttpCall.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {

  private static final Map<String, String> SECRETS = Map.of("token", "t0p$ecret");

  @Test
  void putsSecretsWhereTheirMarkersStand() {
    var request =
        ready(
            call(
                Map.of("X-Key", "Bearer " + Secret.marker("token")),
                Map.of("a", List.of(Map.of("b", "<" + Secret.marker("token") + ">")))));

    assertThat(request.headers()).containsEntry("X-Key", "Bearer t0p$ecret");
    assertThat(text(request)).isEqualTo("{\"a\":[{\"b\":\"<t0p$ecret>\"}]}");
    assertThat(request.secretHeaders()).contains("x-key", "authorization", "cookie");
    assertThat(request.isBodySecret()).isTrue();
    assertThat(request.toString()).doesNotContain("t0p");
  }

  @Test
  void doesNotSendACallWhoseSecretIsMissing() {
    var outcome = Preparation.of(call(Map.of("A", Secret.marker("other")), "text"), this::secret);

    assertThat(outcome)
        .isEqualTo(new Preparation.Outcome.NotAllowed("No value for tapflow.secrets.other"));
  }

  @Test
  void sendsATextAsItIsAndAMapAsJson() {
    var text = ready(call(Map.of(), "a=b"));
    var values = new LinkedHashMap<String, Object>();
    values.put("n", 1L);
    values.put("d", 1.5);
    values.put("u", null);

    assertThat(text(text)).isEqualTo("a=b");
    assertThat(text.headers()).containsEntry("Content-Type", "text/plain; charset=utf-8");
    assertThat(text.isBodySecret()).isFalse();
    assertThat(text(ready(call(Map.of(), values)))).isEqualTo("{\"n\":1,\"d\":1.5,\"u\":null}");
  }

  @Test
  void leavesTheAuthorsHeadersAndDropsThoseOfTheConnection() {
    var request =
        ready(call(Map.of("content-type", "text/csv", "Host", "evil", "Content-Length", "1"), "x"));

    assertThat(request.headers())
        .containsEntry("content-type", "text/csv")
        .doesNotContainKeys("Host", "Content-Length", "Content-Type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX: y", "a\nb", "a\0b"})
  void refusesAHeaderThatWouldBecomeTwo(String value) {
    assertThat(Preparation.of(call(Map.of("X-A", value), "x"), this::secret))
        .isEqualTo(new Preparation.Outcome.NotAllowed("The header X-A cannot be sent"));
    assertThat(Preparation.of(call(Map.of("X " + value, "y"), "x"), this::secret))
        .isInstanceOf(Preparation.Outcome.NotAllowed.class);
  }

  @Test
  void putsNoSecretIntoAnAddress() {
    var call =
        new HttpCall(
            "GET",
            "https://shop.example/" + Secret.marker("token"),
            Map.of(),
            Optional.empty(),
            Duration.ofSeconds(1),
            0,
            Optional.empty());

    assertThat(ready(call).destination().path()).doesNotContain("t0p");
  }

  private Optional<String> secret(String name) {
    return Optional.ofNullable(SECRETS.get(name));
  }

  private Request ready(HttpCall call) {
    return ((Preparation.Outcome.Ready) Preparation.of(call, this::secret)).request();
  }

  private static String text(Request request) {
    return new String(request.body().orElseThrow(), StandardCharsets.UTF_8);
  }

  private static HttpCall call(Map<String, String> headers, Object body) {
    return new HttpCall(
        "POST",
        "https://shop.example/a",
        headers,
        Optional.of(body),
        Duration.ofSeconds(1),
        0,
        Optional.empty());
  }
}
