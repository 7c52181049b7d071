package dev.tapflow.flow;

import java.time.Duration;
import java.util.Optional;

/**
 * A time to come: the earliest of those given, at least one.
 *
 * @param after from now
 * @param at a time of day ({@code 08:00}, the next one), a day, a moment with its zone, or an
 *     insertion that gives one of these
 * @param beforeWindowCloses before the customer's 24-hour window closes; at once where it is closed
 */
public record Moment(
    Optional<Duration> after, Optional<Text> at, Optional<Duration> beforeWindowCloses) {}
