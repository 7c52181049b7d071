package dev.tapflow.inbox;

import dev.tapflow.message.Inbound;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Takes in what happens. The one way to a conversation. */
public interface Inbox {

  /**
   * Takes events in; the answer comes after the commit.
   *
   * @param events of any contacts, in the order of arrival
   */
  CompletionStage<Acceptance> accept(List<Inbound> events);
}
