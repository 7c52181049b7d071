/**
 * The state machine, as a pure function: {@code step(release, session, event, now)} gives a {@link
 * dev.tapflow.engine.Turn}. No clock, no I/O, no framework and no randomness, so that a turn can be
 * tested, replayed and explained.
 */
@NullMarked
package dev.tapflow.engine;

import org.jspecify.annotations.NullMarked;
