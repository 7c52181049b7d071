package dev.tapflow.conversation;

import dev.tapflow.database.Database;
import dev.tapflow.inbox.InboundEvents;
import dev.tapflow.message.Event;
import dev.tapflow.outbox.Outbox;
import dev.tapflow.outbox.Outbox.Delivery;
import dev.tapflow.outbox.Outbox.Permit;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Writes what a batch of turns came to, each table with one multi-row statement, all in one round
 * trip.
 */
@Singleton
class BatchWriter {

  private final ContactTable contacts;
  private final ConversationTable conversations;
  private final TransitionTable transitions;
  private final InboundEvents events;
  private final Outbox outbox;
  private final WindowSettings settings;
  private final Database database;

  BatchWriter(
      ContactTable contacts,
      ConversationTable conversations,
      TransitionTable transitions,
      InboundEvents events,
      Outbox outbox,
      WindowSettings settings,
      Database database) {
    this.contacts = contacts;
    this.conversations = conversations;
    this.transitions = transitions;
    this.events = events;
    this.outbox = outbox;
    this.settings = settings;
    this.database = database;
  }

  /**
   * Writes in the caller's transaction.
   *
   * @param results one a contact, in key order
   */
  Outbox.HandedOver write(List<TurnResult> results) {
    setAside(results.stream().flatMap(result -> result.setAside().stream()).toList());
    var trip = database.trip();
    contacts.update(trip, results.stream().map(TurnResult::contact).toList());
    conversations.save(
        trip, results.stream().flatMap(result -> result.conversations().stream()).toList());
    transitions.insert(
        trip, results.stream().flatMap(result -> result.transitions().stream()).toList());
    var handedOver = outbox.put(trip, results.stream().map(this::delivery).toList());
    trip.send();
    return handedOver.get();
  }

  /** Keeps events with their error; a timer among them must not be found due for ever. */
  void setAside(List<InboundEvents.SetAside> failed) {
    if (failed.isEmpty()) {
      return;
    }
    events.setAside(failed);
    for (var one : failed) {
      if (one.event().event() instanceof Event.TimerFired(var token)) {
        conversations.silence(one.event().contact(), token);
        contacts.silence(one.event().contact(), token);
      }
    }
  }

  private Delivery delivery(TurnResult result) {
    var contact = result.contact();
    var customer = contact.customer();
    return new Delivery(
        new Permit(
            contact.key(),
            contact.phone(),
            customer.windowClosesAt().map(closesAt -> closesAt.minus(settings.margin())),
            customer.optedOut(),
            result.botIsSilent()),
        result.turns(),
        result.textButton(),
        result.calls());
  }
}
