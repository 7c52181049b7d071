package dev.tapflow.engine;

import dev.tapflow.message.WhatsAppLimits;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the option that a customer typed. Level by level, the first that has a hit decides, and two
 * hits on one level are none: the exact title or a synonym, the number, a beginning of whole words,
 * one typo.
 */
final class OptionMatch {

  private static final int SHORTEST_WITH_TYPO = 4;

  private final List<MenuCard.Row> rows;

  OptionMatch(MenuCard card) {
    this.rows = card.rows();
  }

  Optional<MenuCard.Row> typed(String typed) {
    var folded = Folding.fold(typed);
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    return Stream.<Predicate<MenuCard.Row>>of(
            row -> names(row).anyMatch(folded::equals),
            row -> isNumber(row, folded),
            row -> names(row).anyMatch(name -> name.startsWith(folded + " ")),
            row -> names(row).anyMatch(name -> isNearMiss(name, folded)))
        .map(this::hits)
        .filter(hits -> !hits.isEmpty())
        .findFirst()
        .filter(hits -> hits.size() == 1)
        .map(List::getFirst);
  }

  /** The option of this title, as it comes back where a channel or desk gives no id. */
  Optional<MenuCard.Row> titled(String title) {
    var folded = Folding.fold(title);
    var hits = hits(row -> row.visible() && names(row).anyMatch(folded::equals));
    return hits.size() == 1 ? Optional.of(hits.getFirst()) : Optional.empty();
  }

  private List<MenuCard.Row> hits(Predicate<MenuCard.Row> level) {
    return rows.stream().filter(level).toList();
  }

  private static Stream<String> names(MenuCard.Row row) {
    return Stream.concat(Stream.of(row.full(), row.title()), row.option().also().stream())
        .map(Folding::fold);
  }

  private boolean isNumber(MenuCard.Row row, String folded) {
    var titlesAreNumbers = rows.stream().anyMatch(other -> isNumeral(Folding.fold(other.full())));
    return row.visible() && !titlesAreNumbers && number(folded) == row.number();
  }

  private static boolean isNumeral(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }

  /** The number, in whatever script its digits are; -1 where the text is none. */
  private static int number(String text) {
    return isNumeral(text) && text.length() <= 2 ? Integer.parseInt(text) : -1;
  }

  private static String digits(String text) {
    return text.replaceAll("\\D", "");
  }

  private static boolean isNearMiss(String name, String typed) {
    // another number or time is another thing, never a typo
    return WhatsAppLimits.length(typed) >= SHORTEST_WITH_TYPO
        && WhatsAppLimits.length(name) >= SHORTEST_WITH_TYPO
        && digits(typed).equals(digits(name))
        && Typo.isOne(name, typed);
  }
}
