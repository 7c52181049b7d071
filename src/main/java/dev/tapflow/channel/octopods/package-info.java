/**
 * Octopods' REST API: its client, its wire format and what its answers mean. Everything but the
 * channel itself is package-private; the rest of the program speaks {@link
 * dev.tapflow.channel.Channel}.
 */
@NullMarked
package dev.tapflow.channel.octopods;

import org.jspecify.annotations.NullMarked;
