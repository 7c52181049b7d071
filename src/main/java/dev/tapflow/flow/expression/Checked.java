package dev.tapflow.flow.expression;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the check of one expression found.
 *
 * @param type what it gives; anything, where it has flaws
 * @param program empty where it has flaws
 * @param flaws by offset
 * @param used the declared names that decided its type; none where that is not asked
 */
record Checked(CelType type, Optional<Program> program, List<Flaw> flaws, Set<String> used) {
  Checked {
    flaws = flaws.stream().distinct().sorted(Comparator.comparingInt(Flaw::offset)).toList();
  }

  static Checked good(CelType type, Program program, Set<String> used) {
    return new Checked(type, Optional.of(program), List.of(), used);
  }

  static Checked bad(List<Flaw> flaws) {
    return new Checked(SimpleType.DYN, Optional.empty(), flaws, Set.of());
  }
}
