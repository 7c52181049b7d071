package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class WrittenTimeTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en | 9 | 09:00",
        "en | 9:30 | 09:30",
        "en | 9.30 | 09:30",
        "en | 0930 | 09:30",
        "en | 9h30 | 09:30",
        "en | 9h | 09:00",
        "en | 9 am | 09:00",
        "en | 9:30pm | 21:30",
        "en | 9:30 P.M. | 21:30",
        "en | 12 am | 00:00",
        "en | 12 pm | 12:00",
        "en | at 9 o'clock | 09:00",
        "en | 9 in the evening | 21:00",
        "en | 9 at night | 21:00",
        "en | 21:00 | 21:00",
        "en | 24:00 | 00:00",
        "en | 0:05 | 00:05",
        "en | noon | 12:00",
        "en | Midnight | 00:00",
        "en | half past nine | 09:30",
        "en | quarter to 10 | 09:45",
        "en | nine | 09:00",
        "fr | à 9h | 09:00",
        "fr | 9 h 30 | 09:30",
        "fr | 9 heures 30 | 09:30",
        "fr | 9h du soir | 21:00",
        "fr | 3h de l’après-midi | 15:00",
        "fr | midi | 12:00",
        "es | a las 9 | 09:00",
        "es | 9 de la noche | 21:00",
        "es | 12 de la noche | 00:00",
        "es | 9:30 a. m. | 09:30",
        "es | mediodía | 12:00",
        "de | 9 Uhr | 09:00",
        "de | 9 Uhr 30 | 09:30",
        "de | um 21.30 Uhr | 21:30",
        "de | halb zehn | 09:30",
        "de | 8 Uhr abends | 20:00",
        "de | 2 Uhr nachts | 02:00",
        "it | alle 9 | 09:00",
        "it | 9 di sera | 21:00",
        "pt | às 9h | 09:00",
        "pt | 3 da tarde | 15:00",
        "pt | meio-dia | 12:00",
        "nl | om 9 uur | 09:00",
        "nl | 9 uur 's avonds | 21:00",
        "ar | ٩:٣٠ | 09:30",
        "ko | 오후 3:30 | 15:30",
        "zh | 下午3:30 | 15:30",
      })
  void readsTimes(String language, String typed, LocalTime expected) {
    assertThat(read(language, typed)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "later",
        "25:00",
        "9:60",
        "9:5",
        "24:30",
        "13 am",
        "0 pm",
        "9 am pm",
        "-5",
        "5%",
        "5 €",
        "9 or 10",
        "9:30:61",
        "930",
        "12345",
        "9 apples",
        "1/2",
        "half past",
        "noonish"
      })
  void refusesWhatIsNoTime(String typed) {
    assertThat(read("en", typed)).isEmpty();
  }

  private static Optional<Object> read(String language, String typed) {
    var custom =
        new AnswerReader.Custom(
            Locale.forLanguageTag(language), LocalDate.of(2026, 3, 2), Optional.empty());
    return new WrittenAnswers().read(AnswerType.TIME, typed, custom);
  }
}
