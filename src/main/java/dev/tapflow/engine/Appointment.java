package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * A flow that is to start later. One of a name and contact; it outlives the conversation that made
 * it.
 *
 * @param token names the timer; a timer with another token is late and ignored
 * @param at when it is due, business time
 * @param flow where it starts
 * @param with the variables it starts with
 * @param skipIfBusy true where it is left out while a question is pending
 */
public record Appointment(
    long token, Instant at, StepRef flow, Map<String, Object> with, boolean skipIfBusy) {

  public Appointment {
    with = Collections.unmodifiableMap(new HashMap<>(with));
  }

  /** A timer is told once only, so the later one has a name of its own. */
  Appointment postponedTo(long newToken, Instant later) {
    return new Appointment(newToken, later, flow, with, skipIfBusy);
  }
}
