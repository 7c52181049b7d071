package dev.tapflow.flow.answer;

import dev.tapflow.flow.answer.DayWords.Unit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words around days that no library knows, folded.
 *
 * @param days how many days from today: "tomorrow" is 1
 * @param fillers words that a day can be written with and without
 * @param ahead what begins "in 3 days"
 * @param one what stands for a 1 there
 * @param units what is counted there
 */
record SmallWords(
    Map<String, Integer> days,
    Set<String> fillers,
    Set<String> ahead,
    Set<String> one,
    Map<String, Unit> units) {

  private static final SmallWords NONE =
      new SmallWords(Map.of(), Set.of(), Set.of(), Set.of(), Map.of());

  private static final Map<String, SmallWords> BY_LANGUAGE =
      Map.of(
          "en",
          of(
              "yesterday=-1, today=0, tonight=0, tomorrow=1, tmrw=1, tmr=1, day after tomorrow=2,"
                  + " the day after tomorrow=2, day before yesterday=-2,"
                  + " the day before yesterday=-2",
              "the of on this next coming st nd rd th from now",
              "in",
              "a one",
              "day days",
              "week weeks",
              "month months"),
          "fr",
          of(
              "avant-hier=-2, avant hier=-2, hier=-1, aujourd'hui=0, aujourdhui=0, ce jour=0,"
                  + " ce soir=0, demain=1, apres-demain=2, apres demain=2",
              "le la l' du de ce cette prochain prochaine er ere eme e",
              "dans d'ici",
              "un une",
              "jour jours",
              "semaine semaines",
              "mois"),
          "es",
          of(
              "anteayer=-2, antes de ayer=-2, ayer=-1, hoy=0, manana=1, pasado manana=2",
              "el la del de este esta proximo proxima que viene o",
              "en dentro",
              "un una",
              "dia dias",
              "semana semanas",
              "mes meses"),
          "de",
          of(
              "vorgestern=-2, gestern=-1, heute=0, morgen=1, ubermorgen=2",
              "am der den dem des diesen dieser nachsten nachster nachstem kommenden kommender",
              "in",
              "einem einer",
              "tag tage tagen",
              "woche wochen",
              "monat monate monaten"),
          "it",
          of(
              "l'altro ieri=-2, altroieri=-2, ieri=-1, oggi=0, stasera=0, domani=1, dopodomani=2,"
                  + " dopo domani=2",
              "il lo la l' del di questo questa prossimo prossima che viene o",
              "tra fra in",
              "un una",
              "giorno giorni",
              "settimana settimane",
              "mese mesi"),
          "pt",
          of(
              "anteontem=-2, ontem=-1, hoje=0, amanha=1, depois de amanha=2",
              "o a no na do da de este esta neste nesta proximo proxima que vem",
              "em daqui dentro",
              "um uma",
              "dia dias",
              "semana semanas",
              "mes meses"),
          "nl",
          of(
              "eergisteren=-2, gisteren=-1, vandaag=0, vanavond=0, morgen=1, overmorgen=2",
              "de op van deze dit volgende aanstaande komende e ste",
              "over",
              "een",
              "dag dagen",
              "week weken",
              "maand maanden"),
          "ar",
          of("أمس=-1, امس=-1, اليوم=0, غدا=1, بعد غد=2", "في يوم من", "", "", "", "", ""));

  static SmallWords of(String language) {
    return BY_LANGUAGE.getOrDefault(language, NONE);
  }

  private static SmallWords of(
      String days,
      String fillers,
      String ahead,
      String one,
      String day,
      String week,
      String month) {
    var units = new HashMap<String, Unit>();
    words(day).forEach(it -> units.put(it, Unit.DAY));
    words(week).forEach(it -> units.put(it, Unit.WEEK));
    words(month).forEach(it -> units.put(it, Unit.MONTH));
    return new SmallWords(
        numbered(days), words(fillers), words(ahead), words(one), Map.copyOf(units));
  }

  private static Map<String, Integer> numbered(String days) {
    return Arrays.stream(days.split(",\\s*"))
        .map(it -> it.split("="))
        .collect(
            Collectors.toMap(
                it -> Folded.of(it[0]), it -> Integer.valueOf(it[1]), (one, _) -> one));
  }

  private static Set<String> words(String list) {
    return Arrays.stream(list.split(" "))
        .filter(it -> !it.isEmpty())
        .map(Folded::of)
        .collect(Collectors.toSet());
  }
}
