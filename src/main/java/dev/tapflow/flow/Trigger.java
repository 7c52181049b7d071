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

  /**
   * The first message after an advertisement or post was tapped.
   *
   * @param sources Meta's ids of them; none: any
   */
  record Referral(List<String> sources) implements Trigger {

    public Referral {
      sources = List.copyOf(sources);
    }
  }

  /** A start from outside, by the API. */
  record Api() implements Trigger {}

  /** Any message of a contact with no open conversation. */
  record NewConversation() implements Trigger {}
}
