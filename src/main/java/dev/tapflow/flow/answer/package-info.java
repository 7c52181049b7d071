/**
 * Answers as people write them: {@link dev.tapflow.flow.answer.WrittenAnswers} reads a text as the
 * value that an {@code ask} asks for, in the customer's language.
 */
@NullMarked
package dev.tapflow.flow.answer;

import org.jspecify.annotations.NullMarked;
