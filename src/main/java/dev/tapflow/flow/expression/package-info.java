/**
 * Expressions in conditions and inside <code>${…}</code>: the Common Expression Language, parsed
 * and type-checked by {@code dev.cel} when a folder is loaded, evaluated by it at run time. {@link
 * dev.tapflow.flow.expression.ExpressionCompiler} turns the expressions of a folder into one {@link
 * dev.tapflow.flow.Evaluator} and the list of what is wrong with them. What differs from plain CEL
 * (numbers mix, unset is null, {@code default}, days) is done by rewriting the syntax tree before
 * the check and lowering it after.
 */
@NullMarked
package dev.tapflow.flow.expression;

import org.jspecify.annotations.NullMarked;
