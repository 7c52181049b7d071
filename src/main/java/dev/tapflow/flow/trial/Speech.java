package dev.tapflow.flow.trial;

import java.util.List;

/** What the bot is expected to say. */
public sealed interface Speech {

  /** Nothing at all. */
  record Silence() implements Speech {}

  /** Whatever it is. */
  record Anything() implements Speech {}

  /** These messages and no others, in order. */
  record Messages(List<Message> messages) implements Speech {

    public Messages {
      messages = List.copyOf(messages);
    }
  }

  /** One message. */
  sealed interface Message {

    /** Whatever it is. */
    record Any() implements Message {}

    /** A plain text of exactly these code points. */
    record Plain(String text) implements Message {}

    /**
     * A message of which some things are told.
     *
     * @param kind {@code menu}, {@code say}, {@code template} …; empty: any, of which the text is
     *     compared
     * @param told what is compared, by the names that the step has for it
     */
    record Told(String kind, Datum.Entries told) implements Message {}
  }
}
