/**
 * Whole ways through the running program: a customer's phone at one end, the database at the other.
 */
@NullMarked
package dev.tapflow.journey;

import org.jspecify.annotations.NullMarked;
