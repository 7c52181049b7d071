package dev.tapflow.bench.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How the bot is started.
 *
 * @param jar the production jar
 * @param flows the folder of flows
 * @param port 0: any that is free
 * @param javaOptions what stands before {@code -jar}
 * @param environment settings beside those that the bench needs
 */
public record BotSettings(
    Path jar,
    Path flows,
    int port,
    List<String> javaOptions,
    Map<String, String> environment,
    Path log) {}
