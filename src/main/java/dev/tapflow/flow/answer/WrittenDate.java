package dev.tapflow.flow.answer;

import dev.tapflow.flow.AnswerReader.Custom;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A day as people write it: "tomorrow", "Friday", "5 March", "March 5th, 2027", "5/3",
 * "05.03.2026", "in 3 days". What could be one of several days, or is none, is not read. Days
 * without a year are the next such from today on; a weekday is the next such after today.
 */
final class WrittenDate {

  private static final int LONGEST = 60;

  /** Of a date in numbers, or of the words around it. */
  private static final Pattern LAST_MARKS = Pattern.compile("(?<=[^\\d])[.!?]+$|[!?]+$");

  private WrittenDate() {}

  static Optional<LocalDate> read(String trimmed, Custom custom) {
    if (trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    var text = LAST_MARKS.matcher(Folded.of(trimmed)).replaceFirst("").strip();
    var locale = custom.locale();
    return NumericDate.read(text, DateOrder.of(custom), custom.today())
        .or(() -> LocalizedDate.read(trimmed, locale, custom.today()))
        .or(() -> SpokenDate.read(text, locale, custom))
        .or(() -> SpokenDate.read(text, Locale.ENGLISH, custom));
  }
}
