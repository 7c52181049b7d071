package dev.tapflow.flow.expression;

import static java.time.temporal.ChronoUnit.DAYS;

import dev.tapflow.flow.Scope;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Times as people say them, seen from now: "today at 13:30", "Monday at 9:00", "5 March". Names of
 * days and months are those of the Unicode CLDR in the JDK; in a language whose small words are not
 * known here, weekday or date and time stand side by side.
 */
final class TimeInWords {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm", Locale.ROOT);

  /** Up to the day before the same weekday comes again. */
  private static final int DAYS_BY_NAME = 6;

  private static final Map<String, Phrases> PHRASES =
      Map.of(
          "en", new Phrases("yesterday", "today", "tomorrow", " at "),
          "fr", new Phrases("hier", "aujourd'hui", "demain", " à "),
          "es", new Phrases("ayer", "hoy", "mañana", " a las ", " a la "),
          "de", new Phrases("gestern", "heute", "morgen", " um "),
          "pt", new Phrases("ontem", "hoje", "amanhã", " às ", " à "),
          "it", new Phrases("ieri", "oggi", "domani", " alle "),
          "nl", new Phrases("gisteren", "vandaag", "morgen", " om "),
          "ar", new Phrases("أمس", "اليوم", "غدًا", " الساعة "));

  private static final ConcurrentHashMap<Form, DateTimeFormatter> FORMS = new ConcurrentHashMap<>();

  private record Phrases(String yesterday, String today, String tomorrow, String at, String atOne) {

    Phrases(String yesterday, String today, String tomorrow, String at) {
      this(yesterday, today, tomorrow, at, at);
    }

    String at(LocalTime time) {
      return time.getHour() == 1 ? atOne : at;
    }
  }

  private record Form(Locale locale, boolean withYear) {}

  private TimeInWords() {}

  static String of(Instant moment, Scope scope) {
    var local = moment.atZone(scope.zone());
    var phrases = phrases(scope.locale());
    return of(local.toLocalDate(), scope)
        + (phrases == null ? ", " : phrases.at(local.toLocalTime()))
        + of(local.toLocalTime());
  }

  static String of(LocalTime time) {
    return TIME.format(time);
  }

  static String of(LocalDate day, Scope scope) {
    var today = scope.now().atZone(scope.zone()).toLocalDate();
    var ahead = DAYS.between(today, day);
    var phrases = phrases(scope.locale());
    if (phrases != null && Math.abs(ahead) <= 1) {
      return ahead < 0 ? phrases.yesterday() : ahead == 0 ? phrases.today() : phrases.tomorrow();
    }
    return ahead > 0 && ahead <= DAYS_BY_NAME
        ? day.getDayOfWeek().getDisplayName(TextStyle.FULL_STANDALONE, scope.locale())
        : form(scope.locale(), day.getYear() != today.getYear()).format(day);
  }

  private static @Nullable Phrases phrases(Locale locale) {
    return PHRASES.get(locale.getLanguage());
  }

  private static DateTimeFormatter form(Locale locale, boolean withYear) {
    return FORMS.computeIfAbsent(new Form(locale, withYear), TimeInWords::made);
  }

  /** English without a country would be American, with the month first. */
  private static DateTimeFormatter made(Form form) {
    var plain = DateTimeFormatter.ofPattern(form.withYear() ? "d MMMM y" : "d MMMM", form.locale());
    if (form.locale().getLanguage().equals("en")) {
      return plain;
    }
    try {
      return new DateTimeFormatterBuilder()
          .appendPattern(
              DateTimeFormatterBuilder.getLocalizedDateTimePattern(
                  form.withYear() ? "yMMMMd" : "MMMMd", IsoChronology.INSTANCE, form.locale()))
          .toFormatter(form.locale());
    } catch (DateTimeException | IllegalArgumentException none) {
      // the CLDR has no pattern that Java knows for a few languages
      return plain;
    }
  }
}
