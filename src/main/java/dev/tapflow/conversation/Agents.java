package dev.tapflow.conversation;

import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

/** Lets an agent act on a conversation from outside a desk, through the inbox like any desk. */
@ApplicationScoped
public class Agents {

  private final Inbox inbox;
  private final BusinessClock clock;

  Agents(Inbox inbox, BusinessClock clock) {
    this.inbox = inbox;
    this.clock = clock;
  }

  /** Tells the conversation what an agent did. */
  public CompletionStage<Acceptance> act(
      ContactKey contact, Event.AgentActed.Action action, String agent) {
    var event = new Event.AgentActed(action, agent);
    var id = "agent/" + UUID.randomUUID();
    return inbox.accept(List.of(new Inbound(contact, id, clock.now(), event, new byte[0])));
  }
}
