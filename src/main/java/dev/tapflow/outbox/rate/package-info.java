/**
 * Rates that all replicas keep together. A bucket is a row of the database that says when it will
 * be full again; a replica draws tokens from it for a slot of 200 ms, hands them out in memory, and
 * lets go what it did not need. Knows no table: {@link dev.tapflow.outbox.rate.Draw} does the
 * drawing.
 */
@NullMarked
package dev.tapflow.outbox.rate;

import org.jspecify.annotations.NullMarked;
