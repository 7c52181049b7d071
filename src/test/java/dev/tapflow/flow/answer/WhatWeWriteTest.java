package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.expression.Renderings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What customers read from us they can write back, in every language that Java knows. */
final class WhatWeWriteTest {

  /** A Monday. */
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  static Stream<Locale> everyLanguage() {
    return Arrays.stream(Locale.getAvailableLocales())
        .filter(it -> it.getScript().isEmpty() && it.getVariant().isEmpty())
        .filter(it -> !it.getLanguage().isEmpty() && !it.hasExtensions());
  }

  @ParameterizedTest
  @MethodSource("everyLanguage")
  void isReadBack(Locale locale) {
    var custom = new AnswerReader.Custom(locale, TODAY, Optional.empty());
    var answers = new WrittenAnswers();
    Stream.of(-400, 0, 1, 2, 6, 7, 25, 60, 150, 210, 300, 400, 800)
        .map(TODAY::plusDays)
        .forEach(
            day -> {
              var written = Renderings.of(day, locale, TODAY);
              assertThat(answers.read(AnswerType.DATE, written, custom))
                  .as("%s in %s", written, locale)
                  .contains(day);
            });
    var time = LocalTime.of(9, 5);
    assertThat(answers.read(AnswerType.TIME, Renderings.of(time, locale, TODAY), custom))
        .contains(time);
  }
}
