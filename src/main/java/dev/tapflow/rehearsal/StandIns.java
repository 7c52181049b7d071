package dev.tapflow.rehearsal;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.trial.Given;
import dev.tapflow.flow.trial.StandIn;
import dev.tapflow.flow.yaml.Suggestion;
import java.util.HashMap;
import java.util.LinkedHashMap;

/** Puts what a case gives for called flows into their places. */
final class StandIns {

  private StandIns() {}

  /** The release as the case sees it. */
  static Release in(Release release, Bot bot, Given given) throws World.Impossible {
    var flows = new HashMap<>(release.flows());
    for (var entry : given.flows().entrySet()) {
      var original = flows.get(entry.getKey());
      if (original == null) {
        throw new World.Impossible(
            "There is no flow \"%s\" to stand in for%s"
                .formatted(entry.getKey(), Suggestion.of(entry.getKey(), flows.keySet())));
      }
      flows.put(entry.getKey(), instead(original, entry.getValue()));
    }
    return new Release(release.id(), bot, flows, release.evaluator(), release.answers());
  }

  /** Wherever the flow is entered, it sets what it sets and comes back. */
  private static Flow instead(Flow original, StandIn standIn) {
    var steps = new LinkedHashMap<String, Step>();
    var returns = new HashMap<String, ValueTree>();
    for (var name : original.steps().keySet()) {
      steps.put(name, new Step.Set(standIn.set(), new Target.End()));
      standIn.returns().ifPresent(it -> returns.put(name, it));
    }
    return new Flow(
        original.name(),
        original.start(),
        original.triggers(),
        original.commandsOff(),
        original.moved(),
        returns,
        steps);
  }
}
