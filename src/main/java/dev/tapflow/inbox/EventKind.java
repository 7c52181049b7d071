package dev.tapflow.inbox;

import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import java.time.Instant;

/** What the table says of an event, read from the event alone. */
final class EventKind {

  private EventKind() {}

  /** The word in the column {@code kind}. */
  static String of(Event event) {
    return switch (event) {
      case Event.Message message -> "message." + message.content().inputKind();
      case Event.AgentActed acted -> "agent." + word(acted.action());
      case Event.TimerFired timer -> "timer";
      case Event.WindowClosed closed -> "window_closed";
      case Event.Undelivered undelivered -> "undelivered";
      case Event.HttpAnswered answered -> "http_answered";
      case Event.FlowStarted started -> "flow_started";
      case Event.ContactChanged changed -> "contact_changed";
    };
  }

  /**
   * Whether its id may already have been deleted: a second delivery could no longer be told from a
   * first. Our own events are never delivered twice by a sender, and never too old.
   */
  static boolean isTooOld(Inbound inbound, Instant oldestKept) {
    return switch (inbound.event()) {
      case Event.Message _, Event.AgentActed _ -> inbound.occurredAt().isBefore(oldestKept);
      case Event.TimerFired _,
          Event.WindowClosed _,
          Event.Undelivered _,
          Event.HttpAnswered _,
          Event.FlowStarted _,
          Event.ContactChanged _ ->
          false;
    };
  }

  private static String word(Event.AgentActed.Action action) {
    return switch (action) {
      case ACCEPTS -> "accepts";
      case REPLIES -> "replies";
      case CLOSES -> "closes";
      case ASSIGNS -> "assigns";
    };
  }
}
