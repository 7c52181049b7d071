package dev.tapflow.message;

import java.time.Instant;

/**
 * Something that happened to a contact and that its conversation must hear of. Everything takes
 * this one way in: customers' messages, agents' doings, timers, and what became of our own
 * messages.
 *
 * @param contact whose conversation it belongs to
 * @param externalId unique per contact: the sender's own id, or one derived from what caused it; a
 *     second event with the same id changes nothing
 * @param occurredAt business time as the sender tells it, not the time of arrival
 * @param event what happened
 * @param raw the bytes as they came, kept for the record; empty for our own events
 */
public record Inbound(
    ContactKey contact, String externalId, Instant occurredAt, Event event, byte[] raw) {

  /** Bytes are compared by content nowhere; masked, since raw payloads name people. */
  @Override
  public String toString() {
    return "Inbound[%s, %s, %s]".formatted(contact, event.getClass().getSimpleName(), occurredAt);
  }
}
