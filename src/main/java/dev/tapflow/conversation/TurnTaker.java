package dev.tapflow.conversation;

import dev.tapflow.database.Database;
import dev.tapflow.inbox.BatchHandler;
import dev.tapflow.inbox.InboundEvents;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Inbound;
import dev.tapflow.outbox.Outbox;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Makes a batch of events one database transaction: lock the contacts, store the events, let the
 * engine step, write what came of it, commit. Nothing but the database is touched inside; sending
 * begins after the commit.
 */
@ApplicationScoped
class TurnTaker implements BatchHandler {

  private static final Logger LOG = Logger.getLogger(TurnTaker.class);
  private static final int MOST_ATTEMPTS = 3;
  private static final Comparator<Inbound> LOCK_ORDER =
      Comparator.comparing(Inbound::contact).thenComparing(Inbound::externalId);

  private final Releases releases;
  private final ContactTable contacts;
  private final InboundEvents events;
  private final BatchWriter writer;
  private final ConversationTable conversations;
  private final Outbox outbox;
  private final TurnStepper stepper;
  private final BusinessClock clock;
  private final ConversationNews news;
  private final Database database;
  private final Suspects suspects = new Suspects();

  TurnTaker(
      Releases releases,
      ContactTable contacts,
      InboundEvents events,
      BatchWriter writer,
      ConversationTable conversations,
      Outbox outbox,
      TurnStepper stepper,
      BusinessClock clock,
      ConversationNews news,
      Database database) {
    this.releases = releases;
    this.contacts = contacts;
    this.events = events;
    this.writer = writer;
    this.conversations = conversations;
    this.outbox = outbox;
    this.stepper = stepper;
    this.clock = clock;
    this.news = news;
    this.database = database;
  }

  @Override
  public void handle(List<Inbound> batch) {
    releases.freshen();
    suspects.apart(batch).forEach(this::handleTogether);
  }

  private void handleTogether(List<Inbound> batch) {
    for (int attempt = 1; ; attempt++) {
      try {
        commit(batch);
        return;
      } catch (RuntimeException e) {
        switch (DatabaseFailure.kindOf(e)) {
          case REPEAT -> {
            if (attempt == MOST_ATTEMPTS) {
              throw e;
            }
          }
          case DATA, BUG -> {
            narrowDown(batch, e);
            return;
          }
          case LOST -> throw e;
        }
      }
    }
  }

  /** Finds the event that cannot be handled, by halves: the others must not suffer from it. */
  private void narrowDown(List<Inbound> batch, RuntimeException refusal) {
    if (batch.size() > 1) {
      Suspects.halves(batch).forEach(this::handleTogether);
      return;
    }
    suspects.add(batch.getFirst().contact());
    setAside(batch.getFirst(), refusal);
  }

  private void setAside(Inbound event, RuntimeException error) {
    LOG.errorf(error, "Set aside an event of %s that cannot be handled", event.contact());
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                writer.setAside(List.of(new InboundEvents.SetAside(event, String.valueOf(error)))));
  }

  private void commit(List<Inbound> batch) {
    var keys = ContactTable.sorted(batch.stream().map(Inbound::contact).toList());
    outbox.begin(inOneTransaction(batch, keys));
    news.tell(keys);
  }

  private Outbox.HandedOver inOneTransaction(List<Inbound> batch, List<ContactKey> keys) {
    return QuarkusTransaction.requiringNew().call(() -> takeTurns(batch, keys));
  }

  private Outbox.HandedOver takeTurns(List<Inbound> batch, List<ContactKey> keys) {
    var trip = database.trip();
    // Events before contacts, in every transaction: of two that wait for each other, one would have
    // to want an event while it holds a contact.
    var inserted = events.insertNew(trip, batch.stream().sorted(LOCK_ORDER).toList());
    var locking = contacts.lock(trip, keys, clock.now());
    var reading = conversations.latest(trip, keys);
    trip.send();
    var fresh = inserted.get();
    if (fresh.isEmpty()) {
      return Outbox.HandedOver.nothing();
    }
    var locked = locking.get();
    var latest = reading.get();
    var results = new ArrayList<TurnResult>();
    inOrder(batch, fresh)
        .forEach(
            (contact, happened) -> {
              var state = locked.get(contact);
              if (state != null) {
                results.add(stepper.step(state, latest.get(contact), happened));
              }
            });
    return writer.write(results);
  }

  /** A customer's events by the sender's timestamp, then by arrival; customers in lock order. */
  private static Map<ContactKey, List<Inbound>> inOrder(List<Inbound> batch, List<Inbound> fresh) {
    var isFresh = new HashSet<>(fresh.stream().map(TurnTaker::identity).toList());
    return batch.stream()
        .filter(event -> isFresh.remove(identity(event)))
        .sorted(Comparator.comparing(Inbound::contact).thenComparing(TurnTaker::byTime))
        .collect(Collectors.groupingBy(Inbound::contact, TreeMap::new, Collectors.toList()));
  }

  private record Identity(ContactKey contact, String externalId) {}

  private static Identity identity(Inbound event) {
    return new Identity(event.contact(), event.externalId());
  }

  private static int byTime(Inbound left, Inbound right) {
    return left.occurredAt().compareTo(right.occurredAt());
  }
}
