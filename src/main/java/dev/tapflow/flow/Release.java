package dev.tapflow.flow;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;

/**
 * A folder of flows at one moment, checked and ready to run. A conversation keeps its release.
 *
 * @param id the first 8 hex digits of the content hash of the whole folder; part of every reply id
 */
public record Release(
    String id, Bot bot, Map<String, Flow> flows, Evaluator evaluator, AnswerReader answers) {

  public Release {
    flows = Map.copyOf(flows);
  }

  /** The same release with other constants: a setting or a test has replaced some. */
  public Release with(Bot other) {
    return new Release(id, other, flows, evaluator, answers);
  }

  /** The step at an address; empty where this release has none there. */
  public Optional<Step> step(StepRef at) {
    return Optional.ofNullable(flows.get(at.flow())).flatMap(flow -> flow.step(at.step()));
  }

  /**
   * Where the step of an older release is now: itself, or where the flows say it has moved, once or
   * more often.
   */
  public StepRef present(StepRef at) {
    var now = at;
    var passed = new HashSet<StepRef>();
    while (step(now).isEmpty() && passed.add(now)) {
      now = moved(now).orElse(now);
    }
    return now;
  }

  private Optional<StepRef> moved(StepRef from) {
    // by name: two flows that claim the same step must be decided alike on every replica
    return flows.values().stream()
        .sorted(Comparator.comparing(Flow::name))
        .flatMap(flow -> Optional.ofNullable(flow.moved().get(from)).stream())
        .findFirst();
  }
}
