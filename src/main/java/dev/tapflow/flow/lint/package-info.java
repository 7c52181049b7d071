/**
 * From flow to findings: one rule a class, each a small question asked of the whole folder. What a
 * file's shape can tell is found while it is read; here is what only shows when everything is
 * there. {@link dev.tapflow.flow.lint.Linter} asks all rules and sorts what they say.
 */
@NullMarked
package dev.tapflow.flow.lint;

import org.jspecify.annotations.NullMarked;
