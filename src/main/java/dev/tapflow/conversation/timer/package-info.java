/**
 * Timers that are due: found in the conversations and appointments of contacts, shared among the
 * replicas, and told to the inbox like anything else that happens.
 */
@NullMarked
package dev.tapflow.conversation.timer;

import org.jspecify.annotations.NullMarked;
