package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * One conversation: where it is, what it knows, and what it waits for.
 *
 * @param ordinal 1 for a contact's first conversation, one more for each that follows
 * @param at the step it stands at
 * @param vars what the flow wrote, by name; an unset one is missing
 * @param input what the customer sent last, until the next message
 * @param lastToken the token of the newest wait; each wait gets the next number, and a contact's
 *     next conversation counts on, so that no late timer is ever mistaken
 * @param path the questions it came through, oldest first, bounded
 */
public record Conversation(
    long ordinal,
    StepRef at,
    Map<String, Object> vars,
    Input input,
    Waiting waiting,
    long lastToken,
    List<StepRef> path,
    Counters counters,
    Instant startedAt) {

  /** Questions of the path that are kept; a conversation that goes in rounds must stay small. */
  private static final int LONGEST_PATH = 20;

  public Conversation {
    vars = Collections.unmodifiableMap(new HashMap<>(vars));
    path = List.copyOf(path);
  }

  public boolean isOpen() {
    return !(waiting instanceof Waiting.Over);
  }

  Conversation standingAt(StepRef step) {
    return new Conversation(
        ordinal, step, vars, input, waiting, lastToken, path, counters, startedAt);
  }

  Conversation withVars(Map<String, Object> changed) {
    return new Conversation(
        ordinal, at, changed, input, waiting, lastToken, path, counters, startedAt);
  }

  Conversation with(Input changed) {
    return new Conversation(
        ordinal, at, vars, changed, waiting, lastToken, path, counters, startedAt);
  }

  Conversation with(Waiting changed) {
    return new Conversation(
        ordinal, at, vars, input, changed, lastToken, path, counters, startedAt);
  }

  Conversation with(Counters changed) {
    return new Conversation(ordinal, at, vars, input, waiting, lastToken, path, changed, startedAt);
  }

  Conversation withLastToken(long token) {
    return new Conversation(ordinal, at, vars, input, waiting, token, path, counters, startedAt);
  }

  /** With the question it stands at added to the path. */
  Conversation passing(StepRef question) {
    var longer = new ArrayList<>(path);
    longer.add(question);
    var kept = longer.subList(Math.max(0, longer.size() - LONGEST_PATH), longer.size());
    return new Conversation(
        ordinal, at, vars, input, waiting, lastToken, kept, counters, startedAt);
  }
}
