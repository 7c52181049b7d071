/**
 * What leaves: written in the turn's transaction, sent after it in order per customer, one in
 * flight, through the gate (window, opt-out, agent). Owns the tables {@code outbox_message}, {@code
 * recipient}, {@code early_status}, {@code api_key_pause} and {@code channel_stop}.
 */
@NullMarked
package dev.tapflow.outbox;

import org.jspecify.annotations.NullMarked;
