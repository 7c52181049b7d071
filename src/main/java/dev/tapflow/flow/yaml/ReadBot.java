package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Target;
import java.util.Optional;

/**
 * What bot.yaml says.
 *
 * @param exits those of every question that names none itself
 * @param onError where a call leads that fails and does not say where
 */
record ReadBot(Bot bot, Exits exits, Optional<Target> onError) {}
