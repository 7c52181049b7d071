package dev.tapflow.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"$date", "$time", "$instant", "$map"})
  void takesNoAnswerOfAServiceForADate(String key) {
    var answer = Map.of("a", List.of(Map.of(key, "no date", "day", LocalDate.of(2026, 3, 5))));

    assertThat(ValueJson.decodeValue(ValueJson.encodeValue(answer))).isEqualTo(answer);
  }

  @Test
  void readsDatesAsTheyWereAlwaysWritten() {
    assertThat(ValueJson.decodeValue(Map.of("$date", "2026-03-05")))
        .isEqualTo(LocalDate.of(2026, 3, 5));
  }

  @Test
  void keepsAMapThatOnlyLooksLikeAWrapping() {
    var answer = Map.of("$map", Map.of("$date", "2026-03-05"));

    assertThat(ValueJson.decodeValue(ValueJson.encodeValue(answer))).isEqualTo(answer);
  }
}
