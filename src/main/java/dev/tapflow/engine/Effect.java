package dev.tapflow.engine;

import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outgoing;
import java.util.List;
import java.util.Optional;

/** Something a turn wants done in the world. Values only: the engine does nothing itself. */
public sealed interface Effect {

  /** A message for the customer. */
  record Send(Outgoing message) implements Effect {}

  /** A service is called; the answer comes back as an event with the token. */
  record CallHttp(long token, HttpCall call) implements Effect {}

  /** The contact's labels were changed, for agents to see. */
  record Tag(List<String> added, List<String> removed) implements Effect {

    public Tag {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /** A team is asked to take the conversation over. */
  record AskForAgent(
      long token, String team, String note, List<String> labels, Optional<String> priority)
      implements Effect {
    public AskForAgent {
      labels = List.copyOf(labels);
    }
  }

  /** The request is taken back: the customer went on with the bot, or nobody came in time. */
  record WithdrawRequest(long token, String team) implements Effect {}
}
