package dev.tapflow.start;

/**
 * The database is reachable and its tables are up to date: fired once, as a CDI event. When the
 * database is there at start, its observers have run before the first request; else they run as
 * soon as it comes, on another thread. What a room does with the database at start belongs into an
 * observer of this, with {@code @Priority} where the order matters.
 */
public record DatabaseReady() {}
