package dev.tapflow.engine;

import java.util.Optional;

/**
 * All that the engine knows of one contact, and all that a turn can change.
 *
 * @param conversation the open conversation, or the last one once it has ended; empty before the
 *     first
 */
public record Session(Customer customer, Optional<Conversation> conversation) {

  /** The version of the form in which {@link Conversation} is stored. */
  public static final int VERSION = 1;

  /** The conversation, where it is still going on. */
  public Optional<Conversation> open() {
    return conversation.filter(Conversation::isOpen);
  }

  Session with(Conversation changed) {
    return new Session(customer, Optional.of(changed));
  }

  Session with(Customer changed) {
    return new Session(changed, conversation);
  }
}
