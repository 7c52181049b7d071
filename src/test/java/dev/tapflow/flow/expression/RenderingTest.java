package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tapflow.flow.Evaluator.Outcome;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How customers read values. Now is Monday, 2 March 2026, 11:00 in Paris. */
final class RenderingTest {

  static Stream<Arguments> rendersInEnglish() {
    return Stream.of(
        arguments(null, ""),
        arguments("a text", "a text"),
        arguments(5L, "5"),
        arguments(1250000L, "1250000"),
        arguments(3.0, "3"),
        arguments(3.5, "3.5"),
        arguments(-0.25, "-0.25"),
        arguments(0.1 + 0.2, "0.3"),
        arguments(1e15, "1000000000000000"),
        arguments(1e-20, "0"),
        arguments(Double.NaN, ""),
        arguments(true, "true"),
        arguments(List.of("a", 2.0, 3L), "a, 2, 3"),
        arguments(Arrays.asList("a", null), "a, "),
        arguments(Map.of("city", "Lyon"), "city: Lyon"),
        arguments(LocalTime.of(9, 0), "9:00"),
        arguments(LocalTime.of(13, 30), "13:30"),
        arguments(LocalDate.of(2026, 3, 1), "yesterday"),
        arguments(LocalDate.of(2026, 3, 2), "today"),
        arguments(LocalDate.of(2026, 3, 3), "tomorrow"),
        arguments(LocalDate.of(2026, 3, 4), "Wednesday"),
        arguments(LocalDate.of(2026, 3, 8), "Sunday"),
        arguments(LocalDate.of(2026, 3, 9), "9 March"),
        arguments(LocalDate.of(2026, 2, 27), "27 February"),
        arguments(LocalDate.of(2027, 3, 5), "5 March 2027"),
        arguments(Instant.parse("2026-03-02T12:30:00Z"), "today at 13:30"),
        arguments(Instant.parse("2026-03-02T23:30:00Z"), "tomorrow at 0:30"),
        arguments(Instant.parse("2026-03-05T08:00:00Z"), "Thursday at 9:00"),
        arguments(Instant.parse("2026-07-14T08:00:00Z"), "14 July at 10:00"));
  }

  @ParameterizedTest
  @MethodSource
  void rendersInEnglish(@Nullable Object value, String expected) {
    assertThat(rendered(value, Locale.ENGLISH)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en-US | 2026-03-20T12:30:00Z | 20 March at 13:30",
        "fr | 2026-03-02T12:30:00Z | aujourd'hui à 13:30",
        "fr | 2026-03-03T08:00:00Z | demain à 9:00",
        "fr | 2026-03-05T08:00:00Z | jeudi à 9:00",
        "fr | 2026-03-20T08:00:00Z | 20 mars à 9:00",
        "es | 2026-03-02T12:30:00Z | hoy a las 13:30",
        "es | 2026-03-03T08:00:00Z | mañana a las 9:00",
        "es | 2026-03-03T00:30:00Z | mañana a la 1:30",
        "es | 2026-03-20T08:00:00Z | 20 de marzo a las 9:00",
        "de | 2026-03-02T12:30:00Z | heute um 13:30",
        "de | 2026-03-05T08:00:00Z | Donnerstag um 9:00",
        "de | 2026-03-20T08:00:00Z | 20. März um 9:00",
        "pt-BR | 2026-03-03T08:00:00Z | amanhã às 9:00",
        "pt-BR | 2026-03-20T08:00:00Z | 20 de março às 9:00",
        "it | 2026-03-02T12:30:00Z | oggi alle 13:30",
        "nl | 2026-03-02T12:30:00Z | vandaag om 13:30",
        "ar | 2026-03-02T12:30:00Z | اليوم الساعة 13:30",
        "sv | 2026-03-02T12:30:00Z | 2 mars, 13:30",
        "sv | 2026-03-03T12:30:00Z | tisdag, 13:30",
        "sv | 2026-03-20T12:30:00Z | 20 mars, 13:30",
      })
  void rendersTimesInTheContactsLanguage(String language, String time, String expected) {
    assertThat(rendered(Instant.parse(time), Locale.forLanguageTag(language))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"en, 2.5", "fr, '2,5'", "de, '2,5'", "ar, 2.5", "pt-BR, '2,5'"})
  void rendersNumbersWithTheDecimalPointOfTheLanguage(String language, String expected) {
    assertThat(rendered(2.5, Locale.forLanguageTag(language))).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"en, Monday 2 March 11:00", "fr, lundi 2 mars 11:00", "es, lunes 2 marzo 11:00"})
  void formatsDatesInTheContactsLanguageAndTheBotsZone(String language, String expected) {
    var source = "format_date(now, 'EEEE d MMMM HH:mm')";
    var evaluator = Bots.compile(source, Role.INSERTION).evaluator();
    var scope = Bots.scope(Map.of(), Locale.forLanguageTag(language));
    assertThat(evaluator.evaluate(new Expression(source), scope))
        .isEqualTo(new Outcome.Value(expected));
  }

  private static String rendered(@Nullable Object value, Locale locale) {
    var evaluator = Bots.compile("1", Role.INSERTION).evaluator();
    return evaluator.render(value, Bots.scope(Map.of(), locale));
  }
}
