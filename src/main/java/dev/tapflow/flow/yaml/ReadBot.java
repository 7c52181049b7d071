package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Exits;

/**
 * What bot.yaml says.
 *
 * @param exits those of every question that names none itself
 */
record ReadBot(Bot bot, Exits exits) {}
