package dev.tapflow.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "hi", "{} {}", "{\"a\":}", "{'a':1}", "NaN"})
  void refusesWhatIsNoJson(String body) {
    assertThat(Json.read(body.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void refusesWhatNestsTooDeep() {
    assertThat(Json.read(("[".repeat(60) + "]".repeat(60)).getBytes(UTF_8))).isPresent();
    assertThat(Json.read(("[".repeat(70) + "]".repeat(70)).getBytes(UTF_8))).isEmpty();
  }

  @Test
  void refusesTooManyPieces() {
    assertThat(Json.read(("[" + "1,".repeat(600_000) + "1]").getBytes(UTF_8))).isEmpty();
  }

  @Test
  void refusesBytesThatAreNoUtf8() {
    assertThat(Json.read(new byte[] {'"', (byte) 0xC3, '"'})).isEmpty();
  }
}
