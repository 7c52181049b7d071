/**
 * How hand-written SQL reaches the database: whole columns of values for multi-row statements, and
 * several statements of several rooms in one round trip. It knows no table.
 */
@NullMarked
package dev.tapflow.database;

import org.jspecify.annotations.NullMarked;
