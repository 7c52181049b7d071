package dev.tapflow.engine;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Event;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes a conversation one event further. A function: the same release, session, event and time
 * give the same {@link Turn}, and nothing else in the world changes. It never throws for what a
 * customer, an agent or a flow does.
 *
 * <p>Who takes a message first: {@link Arrival}. How a conversation goes from step to step: {@link
 * Walk}. What a question waits for: {@link Pending}, {@link Alarms}. Agents: {@link HandoverDesk},
 * {@link AgentActs}. The fate of what was sent: {@link Deliveries}.
 */
public final class Engine {

  /**
   * One turn.
   *
   * @param release the one the open conversation began with; for a new conversation the newest
   * @param session with {@code customer.windowClosesAt} already moved: by a customer's message, or
   *     to now where the channel says closed and the customer has not written since
   * @param now business time
   */
  public Turn step(Release release, Session session, Event event, Instant now) {
    var standing = Moved.to(release, session);
    var draft = new Draft(release, standing, isPrompted(standing, event), now);
    onward(draft, event).ifPresent(new Walk(draft)::from);
    return draft.finish();
  }

  /** A service's answer goes on with what a customer's message began. */
  private static boolean isPrompted(Session session, Event event) {
    return event instanceof Event.Message
        || (event instanceof Event.HttpAnswered(long token, _)
            && session.open().map(Conversation::waiting).orElse(null)
                instanceof Waiting.ForHttp(long asked, _, var prompted)
            && asked == token
            && prompted);
  }

  private static Optional<Target> onward(Draft draft, Event event) {
    return switch (event) {
      case Event.Message message -> new Arrival(draft).take(message);
      case Event.AgentActed(var action, var agent) -> new AgentActs(draft).acted(action, agent);
      case Event.TimerFired(long token) -> new Alarms(draft).fired(token);
      case Event.WindowClosed closed -> new Deliveries(draft).windowClosed(closed);
      case Event.HttpAnswered(long token, var answer) ->
          new HttpSteps(draft).answered(token, answer);
      case Event.FlowStarted started -> new Starts(draft).begin(started);
      case Event.ContactChanged(var fields) -> {
        new ContactWriting(draft).all(fields);
        yield Optional.empty();
      }
      case Event.Undelivered undelivered -> new Deliveries(draft).undelivered(undelivered);
    };
  }
}
