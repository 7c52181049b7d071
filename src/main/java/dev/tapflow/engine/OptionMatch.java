package dev.tapflow.engine;

import dev.tapflow.message.WhatsAppLimits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the option that a customer typed. Level by level, the first that has a hit decides, and two
 * hits on one level are none: the exact title or a synonym, the number, a beginning of whole words,
 * one typo.
 */
final class OptionMatch {

  private static final int SHORTEST_WITH_TYPO = 4;

  /** No list has as many options as its number has digits more than these. */
  private static final int LONGEST_NUMBER = 4;

  private static final Pattern DOTS = Pattern.compile("(\\.{2,}|…)$");
  private static final Pattern NO_DIGITS = Pattern.compile("\\D");

  private final List<Candidate> candidates;
  private final boolean titlesAreNumbers;

  /** What can be named, with its names folded. */
  private record Candidate(Named named, List<String> names) {

    boolean isVisible() {
      return !(named instanceof Named.Choice(var row)) || row.visible();
    }

    int number() {
      return named instanceof Named.Choice(var row) ? row.number() : 0;
    }
  }

  OptionMatch(MenuCard card) {
    this.candidates = new ArrayList<>();
    var twins = twins(card.rows());
    card.rows().forEach(row -> candidates.add(candidate(row, twins)));
    card.nextPage().ifPresent(title -> candidates.add(nextPage(title)));
    this.titlesAreNumbers =
        card.rows().stream().anyMatch(row -> isNumeral(Folding.fold(row.full())));
  }

  /** Titles that several options have: shown with a number, and by themselves no name any more. */
  private static Set<String> twins(List<MenuCard.Row> rows) {
    var seen = new HashSet<String>();
    return rows.stream()
        .map(MenuCard.Row::full)
        .filter(title -> !seen.add(title))
        .collect(Collectors.toSet());
  }

  private static Candidate candidate(MenuCard.Row row, Set<String> twins) {
    var full = Stream.of(row.full()).filter(title -> !twins.contains(title));
    var names =
        Stream.of(Stream.of(row.title()), full, row.offered().option().also().stream())
            .flatMap(it -> it)
            .map(Folding::fold)
            .distinct()
            .toList();
    return new Candidate(new Named.Choice(row), names);
  }

  /** People leave its dots out, or type three. */
  private static Candidate nextPage(String title) {
    var plain = DOTS.matcher(title).replaceAll("");
    var names = Stream.of(title, plain, plain + "...", plain + "…");
    return new Candidate(new Named.NextPage(), names.map(Folding::fold).distinct().toList());
  }

  Optional<Named> typed(String typed) {
    var folded = Folding.fold(typed);
    if (folded.isEmpty()) {
      return Optional.empty();
    }
    return Stream.<Predicate<Candidate>>of(
            candidate -> candidate.names().contains(folded),
            candidate -> isNumber(candidate, folded),
            candidate -> candidate.names().stream().anyMatch(name -> begins(name, folded)),
            candidate -> candidate.names().stream().anyMatch(name -> isNearMiss(name, folded)))
        .map(this::hits)
        .filter(hits -> !hits.isEmpty())
        .findFirst()
        .filter(hits -> hits.size() == 1)
        .map(hits -> hits.getFirst().named());
  }

  /** What has this title, as it comes back where a channel or desk gives no id. */
  Optional<Named> titled(String title) {
    var folded = Folding.fold(title);
    var hits = hits(candidate -> candidate.isVisible() && candidate.names().contains(folded));
    return hits.size() == 1 ? Optional.of(hits.getFirst().named()) : Optional.empty();
  }

  private List<Candidate> hits(Predicate<Candidate> level) {
    return candidates.stream().filter(level).toList();
  }

  private boolean isNumber(Candidate candidate, String folded) {
    return !titlesAreNumbers && candidate.number() > 0 && number(folded) == candidate.number();
  }

  private static boolean isNumeral(String text) {
    return !text.isEmpty() && text.chars().allMatch(Character::isDigit);
  }

  /** The number, in whatever script its digits are; -1 where the text is none. */
  private static int number(String text) {
    return isNumeral(text) && text.length() <= LONGEST_NUMBER ? Integer.parseInt(text) : -1;
  }

  /** True where the name goes on with another word; figures that go on are another figure. */
  private static boolean begins(String name, String typed) {
    if (!name.startsWith(typed) || name.length() == typed.length()) {
      return false;
    }
    var next = name.codePointAt(typed.length());
    return Character.isSpaceChar(next)
        || (!Character.isLetterOrDigit(next)
            && Character.isLetter(typed.codePointBefore(typed.length())));
  }

  private static boolean isNearMiss(String name, String typed) {
    // no letter is longer than two units; texts may be long, and options many
    if (Math.abs(name.length() - typed.length()) > 2) {
      return false;
    }
    // another number or time is another thing, never a typo
    return WhatsAppLimits.length(typed) >= SHORTEST_WITH_TYPO
        && WhatsAppLimits.length(name) >= SHORTEST_WITH_TYPO
        && digits(typed).equals(digits(name))
        && Typo.isOne(name, typed);
  }

  private static String digits(String text) {
    return NO_DIGITS.matcher(text).replaceAll("");
  }
}
