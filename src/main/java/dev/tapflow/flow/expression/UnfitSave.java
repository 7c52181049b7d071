package dev.tapflow.flow.expression;

import dev.tapflow.flow.StepRef;

/**
 * A step whose {@code save} is a contact field of another type than what it saves.
 *
 * @param message what does not fit, for the author
 */
public record UnfitSave(StepRef step, String message) {}
