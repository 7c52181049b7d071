package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One conversation: where it is, what it knows, and what it waits for.
 *
 * @param ordinal 1 for a contact's first conversation, one more for each that follows
 * @param at the step it stands at
 * @param vars what the flow wrote, by name; an unset one is missing
 * @param input what the customer sent last, until the next message
 * @param lastToken the token of the newest wait; each wait gets the next number, and a contact's
 *     next conversation counts on, so that no late timer is ever mistaken
 * @param frames what it comes back to, the innermost last
 * @param responseStatus the HTTP status of the last call that was answered
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
    List<Frame> frames,
    Optional<Integer> responseStatus,
    Counters counters,
    Instant startedAt) {

  /** Questions of the path that are kept; a conversation that goes in rounds must stay small. */
  private static final int LONGEST_PATH = 20;

  public Conversation {
    vars = Frozen.map(vars);
    path = List.copyOf(path);
    frames = List.copyOf(frames);
  }

  /** Hands its variables to the first one; of ordinal 0, and over. */
  static Conversation thatNeverWas(Map<String, Object> vars) {
    return new Conversation(
        0,
        new StepRef("", ""),
        vars,
        Input.NONE,
        new Waiting.Over(Instant.EPOCH, Waiting.Ending.COMPLETED),
        0,
        List.of(),
        List.of(),
        Optional.empty(),
        Counters.ZERO,
        Instant.EPOCH);
  }

  public boolean isOpen() {
    return !(waiting instanceof Waiting.Over);
  }

  Conversation standingAt(StepRef step) {
    return copy(step, vars, input, waiting, lastToken, path, frames, responseStatus, counters);
  }

  Conversation withVars(Map<String, Object> changed) {
    return copy(at, changed, input, waiting, lastToken, path, frames, responseStatus, counters);
  }

  Conversation with(Input changed) {
    return copy(at, vars, changed, waiting, lastToken, path, frames, responseStatus, counters);
  }

  Conversation with(Waiting changed) {
    return copy(at, vars, input, changed, lastToken, path, frames, responseStatus, counters);
  }

  Conversation with(Counters changed) {
    return copy(at, vars, input, waiting, lastToken, path, frames, responseStatus, changed);
  }

  Conversation withLastToken(long token) {
    return copy(at, vars, input, waiting, token, path, frames, responseStatus, counters);
  }

  Conversation withFrames(List<Frame> changed) {
    return copy(at, vars, input, waiting, lastToken, path, changed, responseStatus, counters);
  }

  /** In a flow of its own variables, from which it comes back to the frame. */
  Conversation entering(Frame frame, StepRef start, Map<String, Object> with) {
    var deeper = new ArrayList<>(frames);
    deeper.add(frame);
    return copy(start, with, input, waiting, lastToken, path, deeper, responseStatus, counters);
  }

  /** Back where its innermost frame says. */
  Conversation backTo(Frame innermost) {
    var rest = frames.subList(0, frames.size() - 1);
    return copy(
        innermost.at(),
        innermost.vars(),
        input,
        waiting,
        lastToken,
        path,
        rest,
        responseStatus,
        counters);
  }

  Conversation answeredBy(Optional<Integer> status) {
    return copy(at, vars, input, waiting, lastToken, path, frames, status, counters);
  }

  /** With the question it stands at added to the path. */
  Conversation passing(StepRef question) {
    var longer = new ArrayList<>(path);
    longer.add(question);
    var kept = longer.subList(Math.max(0, longer.size() - LONGEST_PATH), longer.size());
    return copy(at, vars, input, waiting, lastToken, kept, frames, responseStatus, counters);
  }

  private Conversation copy(
      StepRef at,
      Map<String, Object> vars,
      Input input,
      Waiting waiting,
      long lastToken,
      List<StepRef> path,
      List<Frame> frames,
      Optional<Integer> responseStatus,
      Counters counters) {
    return new Conversation(
        ordinal,
        at,
        vars,
        input,
        waiting,
        lastToken,
        path,
        frames,
        responseStatus,
        counters,
        startedAt);
  }
}
