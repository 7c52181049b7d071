/**
 * Walks the flows with time, to find where a free message meets a customer whose 24-hour window is
 * closed. An abstract interpretation: for each step the shortest and the longest time since the
 * customer's last message with which a conversation can arrive there.
 */
@NullMarked
package dev.tapflow.flow.lint.window;

import org.jspecify.annotations.NullMarked;
