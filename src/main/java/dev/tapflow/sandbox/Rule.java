package dev.tapflow.sandbox;

import java.util.Arrays;
import java.util.Optional;

/** What a part of a message must keep; the refusal tells how it does not. */
@FunctionalInterface
interface Rule {

  Optional<Refusal> check(Part part);

  /** All of them, in this order; the first that is broken speaks. */
  static Rule all(Rule... rules) {
    return part -> Arrays.stream(rules).flatMap(rule -> rule.check(part).stream()).findFirst();
  }

  static Rule at(String path, Rule... rules) {
    return part -> all(rules).check(part.at(path));
  }

  static Rule ifGiven(Rule... rules) {
    return part -> part.isMissing() ? Optional.empty() : all(rules).check(part);
  }

  static Rule each(Rule... rules) {
    return part ->
        part.items().stream().flatMap(item -> all(rules).check(item).stream()).findFirst();
  }
}
