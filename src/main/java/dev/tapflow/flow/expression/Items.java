package dev.tapflow.flow.expression;

import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds names of list elements that no expression could use, or that hide something else. */
final class Items {

  private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

  /** Those of CEL that stand where a name can. */
  private static final Set<String> OF_CEL =
      Set.of("math", "lists", "true", "false", "null", "in", "string", "int", "double", "bool");

  private Items() {}

  /** Once for each step, at the first expression that would see it. */
  static List<Problem> problems(Collection<Occurrence> occurrences) {
    var seen = new HashSet<List<String>>();
    return occurrences.stream()
        .filter(it -> it.item().isPresent())
        .filter(it -> seen.add(List.of(it.flow(), it.step(), it.item().orElseThrow())))
        .flatMap(it -> problem(it, it.item().orElseThrow()).stream())
        .toList();
  }

  private static Optional<Problem> problem(Occurrence at, String item) {
    if (Names.SCOPES.contains(item) || OF_CEL.contains(item)) {
      return Optional.of(
          new Problem(
              at,
              0,
              Flaw.NAME,
              "'%s' already means something in an expression; call the element otherwise: as: item."
                  .formatted(item)));
    }
    return NAME.matcher(item).matches()
        ? Optional.empty()
        : Optional.of(
            new Problem(
                at,
                0,
                Flaw.NAME,
                "An expression cannot name '%s'; call the element by letters, digits and _."
                    .formatted(item)));
  }
}
