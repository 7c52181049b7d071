package dev.tapflow.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {

  @Test
  void leavesGoodTextAlone() {
    var text = "Grüße 😀";

    assertThat(CleanText.of(text)).isSameAs(text);
  }

  @ParameterizedTest
  @CsvSource({"a\u0000b,a\uFFFDb", "\ud83d,\uFFFD", "\ude00\ud83d,\uFFFD\uFFFD", "x\ude00,x\uFFFD"})
  void putsAMarkWhereTheDatabaseWouldRefuse(String broken, String clean) {
    assertThat(CleanText.of(broken)).isEqualTo(clean);
  }

  @Test
  void cutsBetweenCharacters() {
    assertThat(CleanText.shortened("abc", 3)).isEqualTo("abc");
    assertThat(CleanText.shortened("ab😀", 3)).isEqualTo("ab");
    assertThat(CleanText.shortened("a😀b", 3)).isEqualTo("a😀");
  }
}
