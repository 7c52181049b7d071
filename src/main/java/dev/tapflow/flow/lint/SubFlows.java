package dev.tapflow.flow.lint;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which sub-flows come to an end, on ways of a kind. */
final class SubFlows {

  private final ReadFolder folder;
  private final Function<Step, Stream<Target>> ways;
  private final boolean leavingEnds;
  private final Set<StepRef> ending = new HashSet<>();

  private SubFlows(ReadFolder folder, Function<Step, Stream<Target>> ways, boolean leavingEnds) {
    this.folder = folder;
    this.ways = ways;
    this.leavingEnds = leavingEnds;
  }

  /** Where calls begin that can come back without anybody writing and without time passing. */
  static Set<StepRef> comingBackAtOnce(ReadFolder folder) {
    return new SubFlows(folder, Arrows::atOnce, false).all();
  }

  /** Where calls begin that can come back, or go elsewhere for good: then nobody waits for them. */
  static Set<StepRef> ending(ReadFolder folder) {
    return new SubFlows(folder, Arrows::targets, true).all();
  }

  /** Where calls begin. */
  static Stream<StepRef> called(ReadFolder folder) {
    return Steps.of(folder)
        .flatMap(
            it -> it.step() instanceof Step.Call call ? Stream.of(call.flow()) : Stream.empty());
  }

  /** A sub-flow that calls others ends when they do, so it takes rounds. */
  private Set<StepRef> all() {
    var entries = called(folder).collect(Collectors.toSet());
    var more = true;
    while (more) {
      more = false;
      for (var entry : entries) {
        more |= !ending.contains(entry) && ends(entry) && ending.add(entry);
      }
    }
    return ending;
  }

  private boolean ends(StepRef entry) {
    var seen = new HashSet<StepRef>(Set.of(entry));
    var ahead = new ArrayDeque<StepRef>(seen);
    while (!ahead.isEmpty()) {
      var step = Steps.find(folder, ahead.pop()).orElse(null);
      if (step == null || (step instanceof Step.Call call && !ending.contains(call.flow()))) {
        continue;
      }
      var targets = ways.apply(step).toList();
      if (targets.stream().anyMatch(it -> isEnd(it, entry.flow()))) {
        return true;
      }
      Arrows.steps(targets.stream())
          .filter(it -> it.flow().equals(entry.flow()) && seen.add(it))
          .forEach(ahead::push);
    }
    return false;
  }

  private boolean isEnd(Target target, String flow) {
    return switch (target) {
      case Target.End _ -> true;
      case Target.To(var step) -> leavingEnds && !step.flow().equals(flow);
    };
  }
}
