package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.message.PhoneNumber;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a customer types is an answer or none; it never throws and is quick. */
final class AnyAnswerTest {

  private static final List<String> PIECES =
      List.of(
          "5",
          "31",
          "2026",
          "00",
          "+33",
          "6 12 34 56 78",
          "March",
          "mars",
          "Freitag",
          "tomorrow",
          "pasado",
          "in",
          "days",
          "Uhr",
          "pm",
          "h",
          "half past",
          ":",
          "/",
          ".",
          "-",
          "@",
          "<",
          ">",
          "mailto:",
          "example.com",
          " ",
          "'",
          "é",
          "٣",
          "😀",
          "\u0000",
          "\n",
          "月",
          "99999999999");

  @Property(tries = 500)
  void anyText(@ForAll String typed, @ForAll AnswerType type, @ForAll("locales") Locale locale) {
    isReadOrNot(type, typed, locale);
  }

  @Property(tries = 1500)
  void piecesInAnyOrder(
      @ForAll("pieces") String typed, @ForAll AnswerType type, @ForAll("locales") Locale locale) {
    isReadOrNot(type, typed, locale);
  }

  @Property(tries = 100)
  void longTexts(@ForAll("pieces") String piece, @ForAll AnswerType type) {
    isReadOrNot(type, piece.repeat(500), Locale.FRENCH);
  }

  @Provide
  Arbitrary<String> pieces() {
    return Arbitraries.of(PIECES).list().ofMaxSize(8).map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of(
            "en", "en-US", "fr", "es", "de", "it", "pt-BR", "nl", "ar", "ja", "xx", "")
        .map(Locale::forLanguageTag);
  }

  private static void isReadOrNot(AnswerType type, String typed, Locale locale) {
    var custom =
        new AnswerReader.Custom(
            locale, LocalDate.of(2026, 3, 2), Optional.of(new PhoneNumber("+33698765432")));
    var before = System.nanoTime();
    assertThat(new WrittenAnswers().read(type, typed, custom)).isNotNull();
    // the names of a language are loaded with its first answer
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
  }
}
