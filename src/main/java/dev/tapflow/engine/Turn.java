package dev.tapflow.engine;

import java.util.List;
import java.util.Optional;

/**
 * What one event came to.
 *
 * @param session as it is afterwards
 * @param superseded the conversation that was open before, where one began in its place; it has
 *     ended
 * @param effects what has to be done in the world, in order
 * @param trace how it came to that, in order
 */
public record Turn(
    Session session, Optional<Conversation> superseded, List<Effect> effects, List<Trace> trace) {
  public Turn {
    effects = List.copyOf(effects);
    trace = List.copyOf(trace);
  }

  /** A turn in which no conversation took another's place. */
  public Turn(Session session, List<Effect> effects, List<Trace> trace) {
    this(session, Optional.empty(), effects, trace);
  }
}
