package dev.tapflow.flow.answer;

import java.text.DateFormatSymbols;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A time of day as people write it: "9", "9:30", "9h30", "9.30 pm", "21 Uhr", "9 de la noche",
 * "half past nine", "noon".
 */
final class WrittenTime {

  private static final int LONGEST = 60;

  /** Until then, "at night" is after midnight. */
  private static final int LATEST_EARLY = 5;

  private static final Pattern SHAPE =
      Pattern.compile(
          "(?<before>(?:[\\p{L}'][\\p{L}' .,-]*)?)(?<hour>\\d{1,2})"
              + "(?:\\s*[:.h]\\s*(?<minute>\\d{2})|\\s*(?:uhr|uur|heures?|horas?|ore) (?<spelt>\\d{1,2})"
              + "|(?<=\\d\\d)(?<bare>\\d{2}))?(?<after>[\\p{L}' .,-]*)");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}']+|(?<=[dl])'");

  private static final Pattern HALVES = Pattern.compile("\\b([ap])\\. ?m\\b\\.?");

  private static final Map<String, LocalTime> NAMED =
      Map.ofEntries(
          Map.entry("noon", LocalTime.NOON),
          Map.entry("midday", LocalTime.NOON),
          Map.entry("midi", LocalTime.NOON),
          Map.entry("mediodia", LocalTime.NOON),
          Map.entry("mittag", LocalTime.NOON),
          Map.entry("mittags", LocalTime.NOON),
          Map.entry("meio dia", LocalTime.NOON),
          Map.entry("mezzogiorno", LocalTime.NOON),
          Map.entry("midnight", LocalTime.MIDNIGHT),
          Map.entry("minuit", LocalTime.MIDNIGHT),
          Map.entry("medianoche", LocalTime.MIDNIGHT),
          Map.entry("mitternacht", LocalTime.MIDNIGHT),
          Map.entry("meia noite", LocalTime.MIDNIGHT),
          Map.entry("mezzanotte", LocalTime.MIDNIGHT),
          Map.entry("middernacht", LocalTime.MIDNIGHT));

  /** Words that say nothing more than the number does. */
  private static final Set<String> FILLERS =
      Set.of(
          "at", "o'clock", "oclock", "the", "in", "hours", "h", "hrs", "a", "vers", "heure",
          "heures", "du", "de", "l", "d", "las", "la", "hora", "horas", "por", "um", "gegen", "uhr",
          "as", "da", "alle", "ore", "di", "del", "om", "uur", "'s", "s", "around", "about",
          "circa", "le");

  private static final Set<String> MORNING =
      Set.of(
          "am",
          "morning",
          "matin",
          "manana",
          "madrugada",
          "morgens",
          "fruh",
          "vormittags",
          "manha",
          "mattina",
          "mattino",
          "ochtends",
          "morgen");

  private static final Set<String> EVENING =
      Set.of(
          "pm",
          "afternoon",
          "evening",
          "tonight",
          "soir",
          "apres",
          "midi",
          "tarde",
          "nachmittags",
          "abends",
          "abend",
          "pomeriggio",
          "sera",
          "middags",
          "avonds");

  /** Twelve at night is midnight, and two at night is early. */
  private static final Set<String> NIGHT =
      Set.of("night", "nuit", "noche", "nachts", "noite", "notte");

  private enum Half {
    UNSAID,
    MORNING,
    EVENING,
    NIGHT
  }

  private WrittenTime() {}

  static Optional<LocalTime> read(String trimmed, Locale locale) {
    if (trimmed.length() > LONGEST) {
      return Optional.empty();
    }
    var text = withoutDots(Folded.of(trimmed));
    return Optional.ofNullable(NAMED.get(text.replace('-', ' ')))
        .or(() -> SpokenTime.read(text))
        .or(() -> numbered(text, locale));
  }

  /** "a.m." as "am"; a full stop behind everything. */
  private static String withoutDots(String text) {
    return HALVES.matcher(text).replaceAll("$1m").replaceAll("[.!]+$", "").strip();
  }

  private static Optional<LocalTime> numbered(String text, Locale locale) {
    var found = SHAPE.matcher(text);
    if (!found.matches()) {
      return Optional.empty();
    }
    var hour = Integer.parseInt(found.group("hour"));
    var minute =
        List.of("minute", "spelt", "bare").stream()
            .flatMap(name -> Optional.ofNullable(found.group(name)).stream())
            .findFirst()
            .map(Integer::parseInt)
            .orElse(0);
    return half(found.group("before") + " " + found.group("after"), locale)
        .flatMap(half -> time(hour, minute, half));
  }

  /** What the words around the number say; empty where one of them is not known. */
  private static Optional<Half> half(String around, Locale locale) {
    var half = Half.UNSAID;
    var markers = DateFormatSymbols.getInstance(locale).getAmPmStrings();
    for (var word : BETWEEN_WORDS.split(around)) {
      var said = half(word, markers);
      if (said.isEmpty() || clash(half, said.get())) {
        return Optional.empty();
      }
      half = said.get() == Half.UNSAID ? half : said.get();
    }
    return Optional.of(half);
  }

  private static boolean clash(Half one, Half other) {
    return one != Half.UNSAID && other != Half.UNSAID && one != other;
  }

  private static Optional<Half> half(String word, String[] markers) {
    if (word.isEmpty() || FILLERS.contains(word)) {
      return Optional.of(Half.UNSAID);
    }
    var folded = Arrays.stream(markers).map(Folded::of).toList();
    if (MORNING.contains(word) || folded.getFirst().equals(word)) {
      return Optional.of(Half.MORNING);
    }
    if (NIGHT.contains(word)) {
      return Optional.of(Half.NIGHT);
    }
    return EVENING.contains(word) || folded.getLast().equals(word)
        ? Optional.of(Half.EVENING)
        : Optional.empty();
  }

  private static Optional<LocalTime> time(int hour, int minute, Half half) {
    if (minute > 59 || hour > 24 || (hour == 24 && minute > 0)) {
      return Optional.empty();
    }
    var counted =
        switch (half) {
          case UNSAID -> hour % 24;
          case MORNING -> hour == 12 ? 0 : hour;
          case EVENING -> hour < 12 ? hour + 12 : hour;
          case NIGHT -> hour == 12 ? 0 : hour > LATEST_EARLY && hour < 12 ? hour + 12 : hour % 24;
        };
    var sensible =
        switch (half) {
          case UNSAID -> true;
          case MORNING -> hour <= 12;
          case EVENING -> hour > 0 && hour < 24;
          case NIGHT -> true;
        };
    return sensible ? Optional.of(LocalTime.of(counted, minute)) : Optional.empty();
  }
}
