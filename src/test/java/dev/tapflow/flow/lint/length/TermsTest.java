package dev.tapflow.flow.lint.length;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TermsTest {

  private static final Function<String, Term> NAMES =
      name ->
          switch (name) {
            case "a" -> Term.text(Length.exactly(10));
            case "vars.b" -> Term.text(Length.exactly(20));
            case "n" -> Term.NUMBER;
            default -> Term.OPEN;
          };

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'x🙂'|2",
        "a|10",
        "a + vars.b|30",
        "a + ': ' + vars.b|32",
        "default(a, 'there')|10",
        "default( vars . b , a)|20",
        "a == 'x' ? vars.b : 'no'|20",
        "lower(a)|10",
        "(a).trim()|10",
        "vars.b.trim() + a|30",
        "vars.b.substring(0, 3)|20",
        "upper(default(a, lower(vars.b)))|20",
        "null|0"
      })
  void knowsTheLongestOfTexts(String expression, int longest) {
    assertThat(Terms.of(expression, NAMES).length()).isEqualTo(Length.exactly(longest));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n + n", "n * 2", "-n", "n - 1 + n", "a.size()", "size(a) + 1"})
  void numbersStayNumbers(String expression) {
    assertThat(Terms.of(expression, NAMES)).isEqualTo(Term.NUMBER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a == 'b'", "!has(a)", "n > 3 && a != ''", "a in ['x', 'y']", "true"})
  void truthIsShort(String expression) {
    assertThat(Terms.of(expression, NAMES)).isEqualTo(Term.TRUTH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other",
        "words(a)[0]",
        "a.split(' ')[1]",
        "[a, a].join(a)",
        "a a",
        "((((",
        "a ? a",
        "",
        "a.map(x, x)",
        "{'a': a}",
        "f(a b)"
      })
  void allElseIsOpenAndHarmless(String expression) {
    assertThat(Terms.of(expression, NAMES).length().open()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A-[0-9]{4}|6",
        "(?i)[a-z]{2,5}|5",
        "\\d\\d/\\d{4}|7",
        "[\\]x]?\\.|2",
        "[^]]{3}|3",
        "a+|",
        "a{2,}|",
        "(ab|c)|",
        "a|b|",
        ".*|"
      })
  void simplePatternsBoundAnAnswer(String line) {
    int bar = line.lastIndexOf('|');
    var longest = line.substring(bar + 1);

    assertThat(PatternLength.of(line.substring(0, bar)).map(String::valueOf).orElse(""))
        .isEqualTo(longest);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-", "!", "(", "[", "a==", "f(", "a?", "a[", "[(", "a.b("})
  void comesToAnEndWhateverIsWritten(String piece) {
    for (int times : new int[] {30, 100, 100_000}) {
      assertThat(Terms.of(piece.repeat(times), NAMES)).isNotNull();
    }
  }
}
