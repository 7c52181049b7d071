package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.stream.Stream;

/**
 * What a sub-flow returns comes back: the flow ends at the step that says it, and a call that keeps
 * it calls a flow that returns something.
 */
final class ReturnsAreOfUse implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Stream.concat(
        folder.flows().values().stream()
            .filter(it -> !folder.doubtful().contains(it.name()))
            .flatMap(it -> unused(folder, it)),
        Steps.of(folder).flatMap(it -> nothing(folder, it)));
  }

  private static Stream<Finding> unused(ReadFolder folder, Flow flow) {
    return flow.returns().keySet().stream()
        .sorted()
        .filter(it -> flow.step(it).filter(ReturnsAreOfUse::ends).isEmpty())
        .map(
            it ->
                Findings.warning(
                    folder,
                    "returns-unused",
                    folder.sources().key(flow.name(), "steps", it, "returns"),
                    "The flow does not end at \"%s\", so this never comes back; move it to a step"
                            .formatted(it)
                        + " with \"next: end\""));
  }

  private static boolean ends(Step step) {
    return Arrows.targets(step).anyMatch(Target.End.class::isInstance);
  }

  private static Stream<Finding> nothing(ReadFolder folder, Steps.Located step) {
    return step.step() instanceof Step.Call call
            && call.save().isPresent()
            && returnsNothing(folder, call.flow())
        ? Stream.of(
            Findings.warning(
                folder,
                "nothing-returned",
                folder.sources().key(step.flow(), step.path("save")),
                "The flow \"%s\" returns nothing; write \"returns\" at the step where it ends"
                    .formatted(call.flow().flow())))
        : Stream.empty();
  }

  private static boolean returnsNothing(ReadFolder folder, StepRef called) {
    var flow = folder.flows().get(called.flow());
    return flow != null && flow.returns().isEmpty() && !folder.doubtful().contains(called.flow());
  }
}
