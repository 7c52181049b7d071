package dev.tapflow.bench.load;

/**
 * What both ends counted since the database was new.
 *
 * @param answered webhooks that were answered 200
 * @param accepted messages that the stub accepted
 * @param refused webhooks that were answered otherwise, or whose connection broke
 * @param surprises messages that nobody waited for
 * @param inFlight customers whose exchange has not ended
 */
public record Counted(long answered, long accepted, long refused, long surprises, int inFlight) {}
