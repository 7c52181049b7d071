package dev.tapflow.message;

import java.util.List;
import java.util.Optional;

/**
 * What can happen to a conversation. Customers' messages, agents' doings, timers and the fate of
 * our own messages all arrive as one of these, so there is one place where a conversation changes.
 */
public sealed interface Event {

  /**
   * A customer's message.
   *
   * @param phone the number to answer to, where the payload has one
   * @param profileName the name the customer gave WhatsApp
   * @param repliesTo the channel's id of the message that was tapped or quoted; a hint only
   */
  record Message(
      Optional<PhoneNumber> phone,
      Optional<String> profileName,
      Optional<String> repliesTo,
      Content content)
      implements Event {}

  /** An agent took, answered or closed the conversation. The name is empty where none is known. */
  record AgentActed(Action action, String agent) implements Event {

    /** What an agent can do. */
    public enum Action {
      ACCEPTS,
      REPLIES,
      CLOSES
    }
  }

  /** The time for which a wait was set has come; the token names the wait. */
  record TimerFired(long token) implements Event {}

  /** The channel refused free messages because the 24-hour window is closed, or our clock did. */
  record WindowClosed(List<Purpose> dropped, boolean byChannel) implements Event {
    public WindowClosed {
      dropped = List.copyOf(dropped);
    }
  }

  /**
   * A message that will never arrive: refused, expired, failed after it was accepted, or left
   * unclear.
   *
   * @param purpose what the message was for
   * @param token the wait it belonged to, as {@link Outgoing} had it
   */
  record Undelivered(Purpose purpose, long token, String why) implements Event {}
}
