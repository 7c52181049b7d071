package dev.tapflow.bench;

import dev.tapflow.bench.load.Figures;
import java.time.Duration;

/**
 * What a round came to.
 *
 * @param memory the bot's resident memory at most, in bytes
 * @param settled how long after the last tap everything was answered and recorded
 */
record RoundResult(Figures figures, long memory, Processors processors, Duration settled) {}
