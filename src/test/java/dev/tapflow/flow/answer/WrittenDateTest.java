package dev.tapflow.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerReader;
import dev.tapflow.flow.AnswerType;
import dev.tapflow.message.PhoneNumber;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Days as customers write them, on Monday 2 March 2026. */
final class WrittenDateTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "en | today | 2026-03-02",
        "en | Tomorrow! | 2026-03-03",
        "en | the day after tomorrow | 2026-03-04",
        "en | yesterday | 2026-03-01",
        "en | Friday | 2026-03-06",
        "en | next friday | 2026-03-06",
        "en | on Fri. | 2026-03-06",
        "en | thurs | 2026-03-05",
        "en | Monday | 2026-03-09",
        "en | 5 March | 2026-03-05",
        "en | March 5th | 2026-03-05",
        "en | the 5th of March | 2026-03-05",
        "en | 5 Mar | 2026-03-05",
        "en | March 5, 2027 | 2027-03-05",
        "en | 5 March 27 | 2027-03-05",
        "en | Sept 1 | 2026-09-01",
        "en | 1 March | 2027-03-01",
        "en | 2 March | 2026-03-02",
        "en | Friday 6 March | 2026-03-06",
        "en | Friday, 6/3 | 2026-03-06",
        "en | 29 February | 2028-02-29",
        "en | 31 May 1990 | 1990-05-31",
        "en | 31/5/90 | 1990-05-31",
        "en | 5/3 | 2026-03-05",
        "en-US | 5/3 | 2026-05-03",
        "en-GB | 5/3 | 2026-03-05",
        "en-US | 25/12 | 2026-12-25",
        "fr | 5/31 | 2026-05-31",
        "en-US | 5.3.2027 | 2027-05-03",
        "de | 05.03.2026 | 2026-03-05",
        "de | 5.3. | 2026-03-05",
        "de | 1. 3. 2027 | 2027-03-01",
        "en | 5-3-26 | 2026-03-05",
        "en | 2026-03-05 | 2026-03-05",
        "en | 2025-3-5 | 2025-03-05",
        "ja | 5/3 | 2026-05-03",
        "sv | 5/3 | 2026-03-05",
        "en | in 3 days | 2026-03-05",
        "en | in a week | 2026-03-09",
        "en | in 2 weeks | 2026-03-16",
        "en | in one month | 2026-04-02",
        "fr | demain | 2026-03-03",
        "fr | aujourd’hui | 2026-03-02",
        "fr | après-demain | 2026-03-04",
        "fr | vendredi prochain | 2026-03-06",
        "fr | le 5 mars | 2026-03-05",
        "fr | 1er avril | 2026-04-01",
        "fr | 5 août 2027 | 2027-08-05",
        "fr | 5 aout | 2026-08-05",
        "fr | mercredi 4 mars | 2026-03-04",
        "fr | dans 3 jours | 2026-03-05",
        "fr | dans une semaine | 2026-03-09",
        "fr | mar | 2026-03-03",
        "fr | 5 janv. | 2027-01-05",
        "es | mañana | 2026-03-03",
        "es | pasado mañana | 2026-03-04",
        "es | hoy | 2026-03-02",
        "es | el viernes | 2026-03-06",
        "es | el próximo viernes | 2026-03-06",
        "es | miércoles | 2026-03-04",
        "es | 5 de marzo de 2027 | 2027-03-05",
        "es | mar 5 | 2026-03-05",
        "es | el 1º de abril | 2026-04-01",
        "es | dentro de 3 días | 2026-03-05",
        "es | en un día | 2026-03-03",
        "de | morgen | 2026-03-03",
        "de | übermorgen | 2026-03-04",
        "de | am Freitag | 2026-03-06",
        "de | nächsten Freitag | 2026-03-06",
        "de | 5. März | 2026-03-05",
        "de | am 5. März 2027 | 2027-03-05",
        "de | Mi | 2026-03-04",
        "de | in 3 Tagen | 2026-03-05",
        "de | in einer Woche | 2026-03-09",
        "it | domani | 2026-03-03",
        "it | dopodomani | 2026-03-04",
        "it | venerdì | 2026-03-06",
        "it | venerdì prossimo | 2026-03-06",
        "it | il 5 marzo | 2026-03-05",
        "it | tra 3 giorni | 2026-03-05",
        "pt-BR | amanhã | 2026-03-03",
        "pt-BR | depois de amanhã | 2026-03-04",
        "pt-BR | sexta-feira | 2026-03-06",
        "pt-BR | sexta | 2026-03-06",
        "pt-BR | na próxima sexta | 2026-03-06",
        "pt-BR | 5 de março | 2026-03-05",
        "pt-BR | daqui a 3 dias | 2026-03-05",
        "nl | morgen | 2026-03-03",
        "nl | overmorgen | 2026-03-04",
        "nl | volgende vrijdag | 2026-03-06",
        "nl | 5 maart | 2026-03-05",
        "nl | over 3 dagen | 2026-03-05",
        "fr | tomorrow | 2026-03-03",
        "sv | 5 mars | 2026-03-05",
        "sv | fredag | 2026-03-06",
        "pl | 5 marca | 2026-03-05",
        "ru | 5 марта | 2026-03-05",
        "ru | пятница | 2026-03-06",
        "ja | 3月5日 | 2026-03-05",
        "ja | 2027年3月5日 | 2027-03-05",
        "ar | ٥ مارس | 2026-03-05",
        "ar | غدًا | 2026-03-03",
        "hu | március 5. | 2026-03-05",
      })
  void readsDays(String language, String typed, LocalDate expected) {
    assertThat(read(language, typed)).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "31 April",
        "31/4",
        "30/2",
        "29/02/2027",
        "0/5",
        "5/0",
        "13/13",
        "5",
        "March",
        "2027",
        "March 2027",
        "Friday 5 March",
        "5 March or 6 March",
        "5/3/123",
        "in days",
        "3 days",
        "next week",
        "in 1000000 days",
        "5 6 March",
        "March 5 6 7",
        "-5 March",
        "5:30",
        "12345678",
        "5//3",
        "5/3/",
        "week",
        "99/99/9999",
        "tomorrow?x",
        "5 bananas"
      })
  void refusesWhatIsNoDayOrCouldBeSeveral(String typed) {
    assertThat(read("en", typed)).isEmpty();
  }

  @Test
  void takesTheOrderOfTheCustomersCountryWhereTheLanguageNamesNone() {
    assertThat(read("en", "5/3", "+12025550123")).contains(LocalDate.of(2026, 5, 3));
    assertThat(read("en", "5/3", "+447911123456")).contains(LocalDate.of(2026, 3, 5));
    assertThat(read("fr", "5/3", "+12025550123")).contains(LocalDate.of(2026, 3, 5));
  }

  private static Optional<Object> read(String language, String typed) {
    var custom = new AnswerReader.Custom(Locale.forLanguageTag(language), TODAY, Optional.empty());
    return new WrittenAnswers().read(AnswerType.DATE, typed, custom);
  }

  private static Optional<Object> read(String language, String typed, String phone) {
    var custom =
        new AnswerReader.Custom(
            Locale.forLanguageTag(language), TODAY, Optional.of(new PhoneNumber(phone)));
    return new WrittenAnswers().read(AnswerType.DATE, typed, custom);
  }
}
