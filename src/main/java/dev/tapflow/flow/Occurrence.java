package dev.tapflow.flow;

import java.util.Optional;

/**
 * An expression where it is written.
 *
 * @param flow the flow's name; empty where it stands in {@code bot.yaml}
 * @param step the step's name; empty where it stands in none
 * @param item the name under which it sees one element of a list, such as {@code branch}
 */
public record Occurrence(
    Expression expression, Role role, String flow, String step, Optional<String> item) {

  /** One where nothing but the usual scopes is seen. */
  public Occurrence(Expression expression, Role role, String flow, String step) {
    this(expression, role, flow, step, Optional.empty());
  }
}
