package dev.tapflow.flow;

/**
 * What is wrong with an expression.
 *
 * @param offset where, in code points from the start of the expression's source
 * @param code stable, such as {@code unknown-variable}
 */
public record Problem(Occurrence occurrence, int offset, String code, String message) {}
