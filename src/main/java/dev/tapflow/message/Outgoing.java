package dev.tapflow.message;

/**
 * A message that a turn puts on its way.
 *
 * @param message what is said
 * @param purpose what it is for
 * @param token the wait (question, handover) it belongs to; 0 where there is none
 */
public record Outgoing(Outbound message, Purpose purpose, long token) {}
