package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where a flow begins that is named without a step. It is known only when all flows are read; one
 * that does not exist stays without.
 */
final class Entrances {

  private final Map<String, Flow> flows;

  private Entrances(Map<String, Flow> flows) {
    this.flows = flows;
  }

  /** Fills the starts of called flows in. */
  static void fill(Map<String, Flow> flows) {
    var entrances = new Entrances(Map.copyOf(flows));
    flows.replaceAll((_, flow) -> entrances.in(flow));
  }

  private Flow in(Flow flow) {
    var steps = new LinkedHashMap<>(flow.steps());
    steps.replaceAll((_, step) -> in(step));
    return new Flow(
        flow.name(),
        flow.start(),
        flow.triggers(),
        flow.commandsOff(),
        flow.moved(),
        flow.returns(),
        steps);
  }

  private Step in(Step step) {
    if (step instanceof Step.Call(var flow, var with, var save, var next)) {
      return new Step.Call(entrance(flow), with, save, next);
    }
    return step instanceof Step.Later(var name, var flow, var when, var with, var skip, var next)
        ? new Step.Later(name, entrance(flow), when, with, skip, next)
        : step;
  }

  private StepRef entrance(StepRef named) {
    var flow = flows.get(named.flow());
    return named.step().isEmpty() && flow != null ? flow.start() : named;
  }
}
