package dev.tapflow.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * What a conversation waits for. A turn always ends in one of these, so what can happen next is
 * told by the type.
 */
public sealed interface Waiting {

  /**
   * For the customer's answer to the question it stands at. Owner: the bot.
   *
   * @param token names this wait; a timer with another token is late and ignored
   * @param question the token under which the question was last put; news of its delivery carry it
   * @param alarm when the silence exit has something to do next
   * @param wrong wrong answers so far
   * @param unseen true where the question never reached the customer, so that only a tap or a
   *     matching answer counts
   * @param page the page of a long list that was shown last, from 0
   */
  record ForAnswer(
      long token, long question, Optional<Alarm> alarm, int wrong, boolean unseen, int page)
      implements Waiting {
    ForAnswer seen(boolean reached) {
      return new ForAnswer(token, question, alarm, wrong, !reached, page);
    }
  }

  /** For a time to come, in a {@code wait} step. Owner: the bot. */
  record ForTime(long token, Alarm until) implements Waiting {}

  /**
   * For the answer of a service. Owner: the bot.
   *
   * @param overdue when it is given up, should nobody ever tell what became of the call
   * @param prompted true where a customer's message led to the call, and so to what follows it
   */
  record ForHttp(long token, Alarm overdue, boolean prompted) implements Waiting {}

  /**
   * For an agent to accept. Owner: asked.
   *
   * @param implicit true where no {@code handover} step asked, but a limit or a third wrong answer
   */
  record ForAgent(
      long token, String team, String note, Instant since, Optional<Alarm> alarm, boolean implicit)
      implements Waiting {

    ForAgent withoutAlarm() {
      return new ForAgent(token, team, note, since, Optional.empty(), implicit);
    }
  }

  /** For the agent who has it to give it back. Owner: agent. */
  record WithAgent(long token, String team, String note, String agent, boolean implicit)
      implements Waiting {}

  /** For nothing: the conversation has ended. Owner: none. */
  record Over(Instant at, Ending ending) implements Waiting {}

  /** Why a conversation ended. */
  enum Ending {
    COMPLETED,
    OPTED_OUT,
    LIMIT_REACHED,
    /** A flow was started from outside in its place. */
    SUPERSEDED
  }

  /** A time at which the conversation must be woken, and for what. */
  record Alarm(Instant at, Reason reason) {

    /** What an alarm is for. */
    public enum Reason {
      REMIND,
      GIVE_UP,
      HANDOVER_TIMEOUT,
      WAIT_OVER,
      HTTP_OVERDUE
    }
  }

  /** The token that timers, answers and deliveries carry to this wait. */
  default Optional<Long> name() {
    return switch (this) {
      case ForAnswer answer -> Optional.of(answer.token());
      case ForTime time -> Optional.of(time.token());
      case ForHttp http -> Optional.of(http.token());
      case ForAgent asked -> Optional.of(asked.token());
      case WithAgent with -> Optional.of(with.token());
      case Over over -> Optional.empty();
    };
  }

  /** When the conversation must be woken, if ever. */
  default Optional<Alarm> nextAlarm() {
    return switch (this) {
      case ForAnswer answer -> answer.alarm();
      case ForAgent agent -> agent.alarm();
      case ForTime time -> Optional.of(time.until());
      case ForHttp http -> Optional.of(http.overdue());
      case WithAgent with -> Optional.empty();
      case Over over -> Optional.empty();
    };
  }
}
