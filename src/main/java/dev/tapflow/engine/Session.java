package dev.tapflow.engine;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that the engine knows of one contact, and all that a turn can change.
 *
 * @param conversation the open conversation, or the last one once it has ended; empty before the
 *     first
 * @param appointments flows that are to start later, by name
 */
public record Session(
    Customer customer,
    Optional<Conversation> conversation,
    SortedMap<String, Appointment> appointments) {

  public Session {
    appointments = Collections.unmodifiableSortedMap(new TreeMap<>(appointments));
  }

  /** Of a contact with nothing set for later. */
  public Session(Customer customer, Optional<Conversation> conversation) {
    this(customer, conversation, Collections.emptySortedMap());
  }

  /** The version of the form in which {@link Conversation} is stored. */
  public static final int VERSION = 2;

  /** The conversation, where it is still going on. */
  public Optional<Conversation> open() {
    return conversation.filter(Conversation::isOpen);
  }

  Session with(Conversation changed) {
    return new Session(customer, Optional.of(changed), appointments);
  }

  Session with(Customer changed) {
    return new Session(changed, conversation, appointments);
  }

  Session with(Map<String, Appointment> changed) {
    return new Session(customer, conversation, new TreeMap<>(changed));
  }
}
