/** The processes that are measured: PostgreSQL, pgbench and the bot, started and stopped. */
@NullMarked
package dev.tapflow.bench.server;

import org.jspecify.annotations.NullMarked;
