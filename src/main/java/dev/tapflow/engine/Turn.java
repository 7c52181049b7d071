package dev.tapflow.engine;

import java.util.List;

/**
 * What one event came to.
 *
 * @param session as it is afterwards
 * @param effects what has to be done in the world, in order
 * @param trace how it came to that, in order
 */
public record Turn(Session session, List<Effect> effects, List<Trace> trace) {
  public Turn {
    effects = List.copyOf(effects);
    trace = List.copyOf(trace);
  }
}
