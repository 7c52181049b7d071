/**
 * The ways out to WhatsApp. A {@link dev.tapflow.channel.Channel} builds the wire message, calls
 * the vendor's API and answers with a {@link dev.tapflow.channel.SendResult}; it never throws for
 * what the other side does. Each vendor has a package below, which adds its {@link
 * dev.tapflow.channel.ChannelKind}.
 */
@NullMarked
package dev.tapflow.channel;

import org.jspecify.annotations.NullMarked;
