package dev.tapflow.engine;

import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Stream;

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
    appointments = Frozen.sorted(appointments);
  }

  /** Of a contact with nothing set for later. */
  public Session(Customer customer, Optional<Conversation> conversation) {
    this(customer, conversation, Collections.emptySortedMap());
  }

  /**
   * A contact before its first conversation, which is to begin with these variables: how a test of
   * a flow begins in the middle of things.
   */
  public static Session beforeTheFirst(Customer customer, Map<String, Object> vars) {
    return vars.isEmpty()
        ? new Session(customer, Optional.empty())
        : new Session(customer, Optional.of(Conversation.thatNeverWas(vars)));
  }

  /** The version of the form in which {@link Conversation} is stored. */
  public static final int VERSION = 2;

  /** The conversation, where it is still going on. */
  public Optional<Conversation> open() {
    return conversation.filter(Conversation::isOpen);
  }

  /** A time at which the engine must hear {@code Event.TimerFired} with this token. */
  public record Due(Instant at, long token) {}

  /** The earliest time at which the conversation or an appointment must be woken. */
  public Optional<Due> nextDue() {
    return Stream.concat(
            open().map(Conversation::waiting).flatMap(Session::due).stream(),
            appointments.values().stream().map(it -> new Due(it.at(), it.token())))
        .min(Comparator.comparing(Due::at));
  }

  /** The token given last; appointments outlive conversations, and have tokens too. */
  long lastToken() {
    return Stream.concat(
            conversation.stream().map(Conversation::lastToken),
            appointments.values().stream().map(Appointment::token))
        .max(Comparator.naturalOrder())
        .orElse(0L);
  }

  private static Optional<Due> due(Waiting waiting) {
    return waiting
        .nextAlarm()
        .flatMap(alarm -> waiting.name().map(token -> new Due(alarm.at(), token)));
  }

  Session with(Conversation changed) {
    return new Session(customer, Optional.of(changed), appointments);
  }

  Session with(Customer changed) {
    return new Session(changed, conversation, appointments);
  }

  Session with(SortedMap<String, Appointment> changed) {
    return new Session(customer, conversation, changed);
  }
}
