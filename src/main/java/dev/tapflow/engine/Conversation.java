package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import java.time.Instant;
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
 * @param lastToken the token of the newest wait; each wait gets the next number
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

  public Conversation {
    vars = Collections.unmodifiableMap(new HashMap<>(vars));
    path = List.copyOf(path);
  }

  public boolean isOpen() {
    return !(waiting instanceof Waiting.Over);
  }
}
