package dev.tapflow.outbox;

import dev.tapflow.message.ContactKey;
import dev.tapflow.message.PhoneNumber;
import java.time.Instant;

/**
 * A message of which nobody knows whether it left; machine times.
 *
 * @param begunAt when the attempt began
 * @param since when it ended without an answer
 */
record UnclearSend(
    ContactKey contact,
    long sequence,
    int attempts,
    boolean free,
    PhoneNumber phone,
    Instant begunAt,
    Instant since) {}
