package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenAnswersTest {

  private static final WrittenAnswers ANSWERS = new WrittenAnswers();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "en | 42 | 42",
        "en | \"  42 \" | 42",
        "en | +42 | 42",
        "en | -3 | -3",
        "en | - 3 | -3",
        "en | −3.5 | -3.5",
        "en | 1.5 | 1.5",
        "en | 1,5 | 1.5",
        "en | 1,250 | 1250",
        "de | 1,250 | 1.25",
        "en | 1.250 | 1.25",
        "de | 1.250 | 1250",
        "fr | 1.250 | 1250",
        "de | 0.250 | 0.25",
        "de | 1.25 | 1.25",
        "de | 1.250,5 | 1250.5",
        "en | 1,250.5 | 1250.5",
        "en | 1.250,5 | 1250.5",
        "en | 1.250.000 | 1250000",
        "en | 1,250,000.75 | 1250000.75",
        "fr | 1 250 | 1250",
        "fr | \"1\u00a0250,5\" | 1250.5",
        "fr | \"1\u202f250,5\" | 1250.5",
        "de | 1'250.50 | 1250.5",
        "de | 1’250 | 1250",
        "en | 12,34,567 | 1234567",
        "ar | ٤٢ | 42",
        "ar | ٣٫٥ | 3.5",
        "ar | ١٬٢٥٠٫٥ | 1250.5",
        "fa | ۱۲ | 12",
        "hi | १२ | 12",
        "en | .5 | 0.5",
        "en | 5. | 5",
        "en | 007 | 7",
      })
  void readsNumbers(String language, String typed, double expected) {
    assertThat(ANSWERS.read(AnswerType.NUMBER, typed, in(Locale.forLanguageTag(language))))
        .isEqualTo(Optional.of(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "two",
        "≈2",
        "2 or 3",
        "1 2",
        "1,25,0",
        "1.2.3",
        "1,2,3",
        "--1",
        "+-1",
        "1-2",
        "12 34",
        "1 250 00",
        "1.250 000",
        "5€",
        "1e5",
        "0x10",
        "NaN",
        "Infinity",
        ".",
        "-",
        ",",
        "½",
        "1..5",
        "1.5.",
        "11111111111111111111111111111111111111111"
      })
  void refusesWhatIsNoNumber(String typed) {
    assertThat(ANSWERS.read(AnswerType.NUMBER, typed, in(Locale.ENGLISH))).isEmpty();
    assertThat(ANSWERS.read(AnswerType.INTEGER, typed, in(Locale.ENGLISH))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "en | 42 | 42",
        "en | -7 | -7",
        "en | 1.250 | 1250",
        "de | 1,250 | 1250",
        "fr | 1 250 | 1250",
        "en | 3.0 | 3",
        "de | 3,00 | 3",
        "en | 3.5 | none",
        "ar | ١٢ | 12",
        "en | 9223372036854775807 | 9223372036854775807",
        "en | 9223372036854775808 | none",
      })
  void readsIntegers(String language, String typed, @Nullable Long expected) {
    assertThat(ANSWERS.read(AnswerType.INTEGER, typed, in(Locale.forLanguageTag(language))))
        .isEqualTo(Optional.ofNullable(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "none",
      value = {
        "hello | hello",
        "\"  two words \n\" | two words",
        "\"\u00a0x\u200b\" | x",
        "\"\" | none",
        "\" \u00a0\" | none",
      })
  void trimsTexts(String typed, @Nullable String expected) {
    assertThat(ANSWERS.read(AnswerType.TEXT, typed, in(Locale.ENGLISH)))
        .isEqualTo(Optional.ofNullable(expected));
  }

  private static AnswerReader.Custom in(Locale locale) {
    return new AnswerReader.Custom(locale, LocalDate.of(2026, 1, 5), Optional.empty());
  }
}
