/**
 * How long a text can become, in code points: what is written, and the longest values that can be
 * inserted into it.
 */
@NullMarked
package dev.tapflow.flow.lint.length;

import org.jspecify.annotations.NullMarked;
