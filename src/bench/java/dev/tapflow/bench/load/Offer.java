package dev.tapflow.bench.load;

/**
 * What a customer can tap.
 *
 * @param message the stub's number of the message that offers it
 */
public record Offer(String id, String title, boolean isRow, long message) {}
