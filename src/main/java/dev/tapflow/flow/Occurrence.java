package dev.tapflow.flow;

/**
 * An expression where it is written.
 *
 * @param flow the flow's name; empty where it stands in {@code bot.yaml}
 * @param step the step's name; empty where it stands in none
 */
public record Occurrence(Expression expression, Role role, String flow, String step) {}
