package dev.tapflow.bench.load;

import java.time.Duration;

/**
 * How the stub is reached, and how it answers.
 *
 * @param port 0: any that is free
 * @param delay how long an answer takes, as a far API's would
 */
public record StubSettings(int port, String apiKey, Duration delay) {}
