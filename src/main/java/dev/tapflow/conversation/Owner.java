package dev.tapflow.conversation;

import dev.tapflow.engine.Waiting;
import java.util.Locale;
import java.util.Optional;

/** Who has the word in a conversation; told by what it waits for. */
public enum Owner {
  /** The bot. */
  BOT,
  /** The bot until an agent accepts; it is silent meanwhile. */
  ASKED,
  /** A person at the desk. */
  AGENT,
  /** Nobody: it has ended. */
  NONE;

  static Owner of(Waiting waiting) {
    return switch (waiting) {
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _ -> BOT;
      case Waiting.ForAgent agent -> ASKED;
      case Waiting.WithAgent with -> AGENT;
      case Waiting.Over over -> NONE;
    };
  }

  static Optional<String> team(Waiting waiting) {
    return switch (waiting) {
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _ -> Optional.empty();
      case Waiting.ForAgent asked -> Optional.of(asked.team());
      case Waiting.WithAgent with -> Optional.of(with.team());
      case Waiting.Over over -> Optional.empty();
    };
  }

  static Optional<String> agent(Waiting waiting) {
    return waiting instanceof Waiting.WithAgent with ? Optional.of(with.agent()) : Optional.empty();
  }

  /** True while the bot must not speak. */
  boolean silencesBot() {
    return this == ASKED || this == AGENT;
  }

  /** The form that is stored and shown. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
