/**
 * The doors that others knock on with messages: one class a sender. A door proves who is knocking,
 * reads the sender's JSON into our words, hands them to the inbox (messages) or the outbox
 * (delivery statuses) and answers when they are durable. It decides nothing about a conversation.
 */
@NullMarked
package dev.tapflow.webhook;

import org.jspecify.annotations.NullMarked;
