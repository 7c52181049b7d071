/**
 * The tests of a flow as their author wrote them: cases of what a customer does and what is
 * expected, with what is given beforehand. Values only; where they come from is {@code flow.yaml}'s
 * affair, and what becomes of them that of the room {@code rehearsal}.
 */
@NullMarked
package dev.tapflow.flow.trial;

import org.jspecify.annotations.NullMarked;
