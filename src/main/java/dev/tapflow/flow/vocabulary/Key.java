package dev.tapflow.flow.vocabulary;

/**
 * A key that a map may have.
 *
 * @param about a sentence or two for authors
 */
public record Key(String name, Kind kind, String about, boolean required) {}
