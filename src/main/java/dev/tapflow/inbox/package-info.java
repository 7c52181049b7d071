/**
 * Where everything that happens to a contact is taken in: gathered into batches, made durable with
 * what it leads to, and only then acknowledged. Owns the table {@code inbound_event}.
 */
@NullMarked
package dev.tapflow.inbox;

import org.jspecify.annotations.NullMarked;
