package dev.tapflow.flow.answer;

import dev.tapflow.flow.AnswerReader.Custom;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;

/** Whether the month or the day comes first, where both are numbers. */
enum DateOrder {
  DAY_FIRST,
  MONTH_FIRST;

  private static final int KEPT = 1_000;
  private static final ConcurrentHashMap<Locale, DateOrder> KNOWN = new ConcurrentHashMap<>();

  /**
   * As the customer's country has it: of the language where it names one ({@code en-US}), else of
   * the telephone number. English of no country puts the day first, as it is written out.
   */
  static DateOrder of(Custom custom) {
    var locale = custom.locale();
    if (!locale.getCountry().isEmpty() || !locale.getLanguage().equals("en")) {
      return of(locale);
    }
    return custom
        .phone()
        .flatMap(WrittenPhone::country)
        .map(country -> of(Locale.of("en", country)))
        .orElse(DAY_FIRST);
  }

  private static DateOrder of(Locale locale) {
    var known = KNOWN.get(locale);
    if (known != null) {
      return known;
    }
    var found = inCldr(locale);
    if (KNOWN.size() < KEPT) {
      KNOWN.put(locale, found);
    }
    return found;
  }

  private static DateOrder inCldr(Locale locale) {
    var pattern =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern("Md", IsoChronology.INSTANCE, locale);
    return pattern.indexOf('M') < pattern.indexOf('d') ? MONTH_FIRST : DAY_FIRST;
  }
}
