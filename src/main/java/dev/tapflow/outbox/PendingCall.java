package dev.tapflow.outbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.HttpCall;
import java.time.Duration;

/**
 * A call in the hands of this replica.
 *
 * @param attempts that were begun before
 * @param lease the name of this taking; every later statement checks it
 * @param left until it is overdue, when it was taken
 */
record PendingCall(
    ContactKey contact, long id, HttpCall call, int attempts, String lease, Duration left) {}
