/**
 * The one place where a conversation changes. The {@code TurnTaker} makes a batch of events one
 * transaction; around it live contacts, the 24-hour window, conversations, releases, transitions,
 * due timers and business time, with their tables.
 */
@NullMarked
package dev.tapflow.conversation;

import org.jspecify.annotations.NullMarked;
