/**
 * A PostgreSQL server of our own, for dev and test. Asking for the setting {@code
 * tapflow.embedded-database.url} finds the server of the folder, or starts it; a database named by
 * {@code QUARKUS_DATASOURCE_JDBC_URL} is used instead and nothing is started. The server outlives a
 * killed bot, and the next start takes it over. In production this room is asleep: the libraries it
 * stands on are not in the jar.
 */
@NullMarked
package dev.tapflow.start.embedded;

import org.jspecify.annotations.NullMarked;
