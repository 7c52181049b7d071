/**
 * What leaves: written in the turn's transaction, sent after it in order per customer, one in
 * flight, through the gate (window, opt-out, agent); and the calls that flows make to services,
 * whose answers go back through the inbox. Owns the tables {@code outbox_message}, {@code
 * recipient}, {@code early_status}, {@code status_poll}, {@code rate_bucket}, {@code
 * api_key_pause}, {@code channel_stop}, {@code http_call} and {@code owed_event}.
 */
@NullMarked
package dev.tapflow.outbox;

import org.jspecify.annotations.NullMarked;
