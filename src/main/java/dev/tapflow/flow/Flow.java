package dev.tapflow.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One flow: named steps in the order written.
 *
 * @param start where it begins
 * @param commandsOff true where no command interrupts any of its questions
 * @param moved where steps are now that were elsewhere; taps on old messages follow
 * @param returns what the flow comes back with to its caller when it ends at a step, by the step
 */
public record Flow(
    String name,
    StepRef start,
    List<Trigger> triggers,
    boolean commandsOff,
    Map<StepRef, StepRef> moved,
    Map<String, ValueTree> returns,
    SequencedMap<String, Step> steps) {

  public Flow {
    triggers = List.copyOf(triggers);
    moved = Map.copyOf(moved);
    returns = Map.copyOf(returns);
    steps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(steps));
  }

  public Optional<Step> step(String name) {
    return Optional.ofNullable(steps.get(name));
  }
}
