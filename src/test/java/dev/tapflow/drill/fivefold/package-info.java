/**
 * Every webhook five times over two connections: two groups of customers do the same, one group's
 * webhooks come once and in order, the other's five times and shuffled, and in the end both must
 * stand in the database alike.
 */
@NullMarked
package dev.tapflow.drill.fivefold;

import org.jspecify.annotations.NullMarked;
