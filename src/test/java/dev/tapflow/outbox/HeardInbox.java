package dev.tapflow.outbox;

import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** An inbox that remembers what it was told, once an id. */
final class HeardInbox implements Inbox {

  private final List<Inbound> heard = new ArrayList<>();
  private boolean closed;

  @Override
  public synchronized CompletionStage<Acceptance> accept(List<Inbound> events) {
    if (closed) {
      return CompletableFuture.failedFuture(new IllegalStateException("the database is away"));
    }
    events.stream().filter(this::isNew).forEach(heard::add);
    return CompletableFuture.completedFuture(new Acceptance.Durable());
  }

  private boolean isNew(Inbound event) {
    return heard.stream()
        .noneMatch(
            it ->
                it.contact().equals(event.contact()) && it.externalId().equals(event.externalId()));
  }

  synchronized void close(boolean isClosed) {
    closed = isClosed;
  }

  synchronized List<Event> of(ContactKey contact) {
    return heard.stream()
        .filter(event -> event.contact().equals(contact))
        .map(Inbound::event)
        .toList();
  }
}
