package dev.tapflow.flow.answer;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalQuery;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A day as the language itself writes it out, such as "3月5日" or "5 de març del 2027": whatever a
 * customer has read from us can be sent back.
 */
final class LocalizedDate {

  private static final int KEPT = 1_000;
  private static final ConcurrentHashMap<Form, DateTimeFormatter> KNOWN = new ConcurrentHashMap<>();

  private record Form(String template, Locale locale) {}

  private LocalizedDate() {}

  static Optional<LocalDate> read(String trimmed, Locale locale, LocalDate today) {
    return full(trimmed, locale).or(() -> yearless(trimmed, locale, today));
  }

  private static Optional<LocalDate> full(String trimmed, Locale locale) {
    return parsed(trimmed, new Form("yMMMMd", locale), LocalDate::from);
  }

  private static Optional<LocalDate> yearless(String trimmed, Locale locale, LocalDate today) {
    return parsed(trimmed, new Form("MMMMd", locale), MonthDay::from)
        .flatMap(day -> Calendar.next(today, day.getMonthValue(), day.getDayOfMonth()));
  }

  private static <T> Optional<T> parsed(String text, Form form, TemporalQuery<T> query) {
    try {
      var end = new ParsePosition(0);
      // most texts are no such day, and an exception for each of them would cost more
      var found = formatter(form).parseUnresolved(text, end);
      return found == null || end.getIndex() < text.length()
          ? Optional.empty()
          : Optional.of(formatter(form).parse(text, query));
    } catch (DateTimeException none) {
      return Optional.empty();
    }
  }

  private static DateTimeFormatter formatter(Form form) {
    var known = KNOWN.get(form);
    if (known != null) {
      return known;
    }
    var made = made(form);
    if (KNOWN.size() < KEPT) {
      KNOWN.put(form, made);
    }
    return made;
  }

  /** A few languages have patterns in the CLDR that Java does not know. */
  private static DateTimeFormatter made(Form form) {
    try {
      return new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern(
              DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                  form.template(), IsoChronology.INSTANCE, form.locale()))
          .toFormatter(form.locale());
    } catch (DateTimeException | IllegalArgumentException none) {
      return DateTimeFormatter.ofPattern(
          form.template().startsWith("y") ? "d MMMM y" : "d MMMM", form.locale());
    }
  }
}
