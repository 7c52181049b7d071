/**
 * The pages and the REST API behind them, under {@code /api/v1}. Each door has records of its own;
 * what they show is read through the other rooms' public types.
 */
@NullMarked
package dev.tapflow.console;

import org.jspecify.annotations.NullMarked;
