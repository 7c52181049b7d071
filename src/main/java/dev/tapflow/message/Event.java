package dev.tapflow.message;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * @param referral the advertisement or post that led here
   */
  record Message(
      Optional<PhoneNumber> phone,
      Optional<String> profileName,
      Optional<String> repliesTo,
      Optional<Referral> referral,
      Content content)
      implements Event {

    /** One that no advertisement led to. */
    public Message(
        Optional<PhoneNumber> phone,
        Optional<String> profileName,
        Optional<String> repliesTo,
        Content content) {
      this(phone, profileName, repliesTo, Optional.empty(), content);
    }
  }

  /**
   * Where a customer came from (source: WhatsApp "messages" webhook reference, referral).
   *
   * @param source Meta's id of the advertisement or post
   */
  record Referral(String source, Optional<String> headline) {}

  /** An agent took, answered or closed the conversation. The name is empty where none is known. */
  record AgentActed(Action action, String agent) implements Event {

    /** What an agent can do. */
    public enum Action {
      ACCEPTS,
      REPLIES,
      CLOSES,
      /** Somebody gave it to a person. */
      ASSIGNS
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

  /** A service answered a call that a flow made, or did not; the token names the wait. */
  record HttpAnswered(long token, HttpAnswer answer) implements Event {}

  /**
   * A flow is to begin without the customer's doing: the bot speaks first.
   *
   * @param step empty: where the flow starts
   * @param with variables it begins with
   */
  record FlowStarted(String flow, Optional<String> step, Map<String, Object> with)
      implements Event {

    public FlowStarted {
      with = Map.copyOf(with);
    }
  }

  /** Contact fields were changed from outside; null unsets. */
  record ContactChanged(Map<String, @Nullable Object> fields) implements Event {

    public ContactChanged {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }
}
