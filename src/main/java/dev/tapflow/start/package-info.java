/**
 * How Tapflow starts, and when it does not. Settings are checked before anything else and all that
 * is wrong with them is said at once; the database's tables are brought up to date, however long
 * the database lets wait. Rooms add their checks as {@link dev.tapflow.start.StartCheck} beans and
 * hear of the database by {@link dev.tapflow.start.DatabaseReady}.
 */
@NullMarked
package dev.tapflow.start;

import org.jspecify.annotations.NullMarked;
