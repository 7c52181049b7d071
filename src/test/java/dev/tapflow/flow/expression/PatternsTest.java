package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Role;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PatternsTest {

  @ParameterizedTest
  @CsvSource({
    "A-[0-9]{4}, A-1234, true",
    "A-[0-9]{4}, A-12345, false",
    "A-[0-9]{4}, xA-1234, false",
    "(?i)yes|no, YES, true",
    "a|ab, ab, true",
    "[, [, false"
  })
  void matchesTheWholeText(String pattern, String text, boolean expected) {
    var evaluator = Bots.compile("1", Role.INSERTION).evaluator();

    assertThat(evaluator.matches(pattern, text)).isEqualTo(expected);
  }

  @Test
  void takesAnHonestPattern() {
    assertThat(Bots.compiler().checkPattern("[A-Z]{2}-\\d{4,8}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "( | This is no RE2 pattern: missing closing ) at '('.",
        "a(?=b) | This is no RE2 pattern: invalid or unsupported Perl syntax at '(?='.",
        "(a)\\1 | This is no RE2 pattern: invalid escape sequence at '\\1'.",
        "((((a{100}){100}){100}){100}) | The pattern is too large: its repetitions multiply to"
            + " about 106141609 steps, and 5000 are allowed.",
        "(?:(?:a{30}){30}){10} | The pattern is too large: its repetitions multiply to about 11627"
            + " steps, and 5000 are allowed."
      })
  void saysWhatIsWrongWithAPattern(String pattern, String message) {
    assertThat(Bots.compiler().checkPattern(pattern)).contains(message);
  }

  @Test
  void boundsTheLength() {
    assertThat(Bots.compiler().checkPattern("a".repeat(1001)))
        .isEqualTo(
            Optional.of("A pattern may have 1000 characters; split the check into several."));
  }

  @Test
  void survivesDeepNesting() {
    assertThat(Bots.compiler().checkPattern("(".repeat(490) + "a" + ")".repeat(490))).isEmpty();
    assertThat(Bots.compiler().checkPattern("(".repeat(999))).isPresent();
  }
}
