package dev.tapflow.conversation;

import dev.tapflow.engine.Conversation;
import dev.tapflow.message.ContactKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A contact with its newest conversation and the last lines of its history, for a person to look
 * at.
 *
 * @param windowClosesAt business time, without the safety margin
 * @param history newest first
 */
public record ContactView(
    ContactKey key,
    Optional<String> name,
    Optional<String> language,
    Map<String, Object> fields,
    boolean optedOut,
    Optional<Instant> lastInboundAt,
    Optional<Instant> windowClosesAt,
    Optional<Running> conversation,
    List<Line> history) {

  /** A conversation and the release it runs on. */
  public record Running(String release, Conversation conversation) {

    public Owner owner() {
      return Owner.of(conversation.waiting());
    }

    public Optional<String> team() {
      return Owner.team(conversation.waiting());
    }

    public Optional<String> agent() {
      return Owner.agent(conversation.waiting());
    }
  }

  /** A line of history: where, by which exit, where to (empty: it stayed), and why. */
  public record Line(
      Instant at,
      String flow,
      String step,
      String exit,
      Optional<String> target,
      String reason,
      Map<String, Object> lookedAt) {}
}
