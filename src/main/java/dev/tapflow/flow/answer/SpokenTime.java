package dev.tapflow.flow.answer;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A time in words, as the English and the Germans say it: "half past nine", "halb zehn". */
final class SpokenTime {

  private static final List<String> ENGLISH =
      List.of(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private static final List<String> GERMAN =
      List.of(
          "eins", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn", "elf",
          "zwolf");

  private static final Pattern PAST =
      Pattern.compile("(?:at )?(?:(half|quarter) (?:past|after)|(quarter) (?:to|before)) (\\w+)");
  private static final Pattern NACH =
      Pattern.compile("(?:um )?(?:(viertel) nach|(viertel) vor|(halb)) (\\w+)");

  private SpokenTime() {}

  static Optional<LocalTime> read(String folded) {
    var english = PAST.matcher(folded);
    if (english.matches()) {
      var minutes = english.group(2) != null ? -15 : "half".equals(english.group(1)) ? 30 : 15;
      return hour(english.group(3), ENGLISH).map(it -> it.plusMinutes(minutes));
    }
    var german = NACH.matcher(folded);
    if (german.matches()) {
      var minutes = german.group(1) != null ? 15 : german.group(2) != null ? -15 : -30;
      return hour(german.group(4), GERMAN).map(it -> it.plusMinutes(minutes));
    }
    return hour(folded, ENGLISH).or(() -> hour(folded, GERMAN));
  }

  private static Optional<LocalTime> hour(String word, List<String> names) {
    var index = names.indexOf(word);
    if (index >= 0) {
      return Optional.of(LocalTime.of(index + 1, 0));
    }
    return word.matches("1?\\d|2[0-3]")
        ? Optional.of(LocalTime.of(Integer.parseInt(word), 0))
        : Optional.empty();
  }
}
