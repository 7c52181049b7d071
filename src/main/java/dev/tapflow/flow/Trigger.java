package dev.tapflow.flow;

import java.util.List;

/** What starts a flow. */
public sealed interface Trigger {

  /** One of these words as the whole message, case and accents ignored. */
  record Words(List<String> words) implements Trigger {
    public Words {
      words = List.copyOf(words);
    }
  }

  /** Any message of a contact with no open conversation. */
  record NewConversation() implements Trigger {}
}
