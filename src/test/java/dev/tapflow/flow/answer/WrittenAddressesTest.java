package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.message.PhoneNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mail addresses and telephone numbers. */
final class WrittenAddressesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ana@example.com | ana@example.com",
        "  ana@example.com \u00a0| ana@example.com",
        "mailto:ana@example.com | ana@example.com",
        "<ana@example.com> | ana@example.com",
        "<mailto:ana@example.com> | ana@example.com",
        "Ana.O'Neil+shop@mail.example.co.uk | Ana.O'Neil+shop@mail.example.co.uk",
        "ana@exämple.de | ana@exämple.de",
      })
  void readsEmails(String typed, String expected) {
    assertThat(read(AnswerType.EMAIL, typed, null)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ana",
        "ana@",
        "@example.com",
        "ana@example",
        "ana@@example.com",
        "ana@gmail.con",
        "ana@localhost",
        "ana @example.com",
        "a@b.com c@d.com",
        "ana.@example.com",
        "Ana <ana@example.com>",
        "<>",
        "mailto:",
        "ana@example..com",
        "ana@example.com,"
      })
  void refusesWhatIsNoEmail(String typed) {
    assertThat(read(AnswerType.EMAIL, typed, null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "+33 6 12 34 56 78 | - | +33612345678",
        "+33612345678 | +12025550123 | +33612345678",
        "0033 6 12 34 56 78 | +33698765432 | +33612345678",
        "0033 6 12 34 56 78 | +12025550123 | +33612345678",
        "0033612345678 | - | +33612345678",
        "06 12 34 56 78 | +33698765432 | +33612345678",
        "06.12.34.56.78 | +33698765432 | +33612345678",
        "(06) 12-34-56-78 | +33698765432 | +33612345678",
        "+33 (0)6 12 34 56 78 | - | +33612345678",
        "(202) 555-0123 | +12025550199 | +12025550123",
        "tel:+33612345678 | - | +33612345678",
        "٠٦ ١٢ ٣٤ ٥٦ ٧٨ | +33698765432 | +33612345678",
        "＋33612345678 | - | +33612345678",
        "\u202a+33 6 12 34 56 78\u202c | - | +33612345678",
      })
  void readsPhones(String typed, @Nullable String own, String expected) {
    assertThat(read(AnswerType.PHONE, typed, own)).contains(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "06 12 34 56 78 | -",
        "12 | +33698765432",
        "+33 6 12 | -",
        "+999 123456789 | -",
        "my number is 06 12 34 56 78 | +33698765432",
        "1-800-FLOWERS | +12025550199",
        "+33 6 12 34 56 78 ext 5 | -",
        "0612345678 0698765432 | +33698765432",
        "---- | +33698765432",
      })
  void refusesWhatIsNoPhone(String typed, @Nullable String own) {
    assertThat(read(AnswerType.PHONE, typed, own)).isEmpty();
  }

  private static Optional<Object> read(AnswerType type, String typed, @Nullable String own) {
    var custom =
        new AnswerReader.Custom(
            Locale.ENGLISH,
            LocalDate.of(2026, 3, 2),
            Optional.ofNullable(own).map(PhoneNumber::new));
    return new WrittenAnswers().read(type, typed, custom);
  }
}
