/**
 * A flow as its author wrote it: values only. Steps, texts, expressions and targets are records and
 * sealed types; {@link dev.tapflow.flow.Release} is a whole folder, checked and ready to run.
 * Reading YAML, checking and compiling live in the packages below.
 */
@NullMarked
package dev.tapflow.flow;

import org.jspecify.annotations.NullMarked;
