package dev.tapflow.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * One flow: named steps in the order written.
 *
 * @param start where it begins
 * @param commandsOff true where no command interrupts any of its questions
 */
public record Flow(
    String name,
    StepRef start,
    List<Trigger> triggers,
    boolean commandsOff,
    SequencedMap<String, Step> steps) {

  public Flow {
    triggers = List.copyOf(triggers);
    steps = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(steps));
  }

  public Optional<Step> step(String name) {
    return Optional.ofNullable(steps.get(name));
  }
}
