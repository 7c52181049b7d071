package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** No sub-flows call each other for ever, without a way back or out. */
final class CallsComeBack implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var ending = SubFlows.ending(folder);
    if (SubFlows.called(folder).allMatch(ending::contains)) {
      return Stream.empty();
    }
    var arrows = new LinkedHashMap<StepRef, List<StepRef>>();
    Steps.of(folder).forEach(it -> arrows.put(it.at(), within(it, ending).toList()));
    return Circles.of(arrows).stream()
        .filter(circle -> isEndless(folder, circle, ending))
        .map(circle -> finding(folder, circle));
  }

  /** True where a call of the circle leads on in it and its sub-flow never ends. */
  static boolean isEndless(ReadFolder folder, List<StepRef> circle, Set<StepRef> ending) {
    var steps = new HashSet<>(circle);
    return circle.stream()
        .flatMap(it -> Steps.find(folder, it).stream())
        .anyMatch(
            it ->
                it instanceof Step.Call call
                    && steps.contains(call.flow())
                    && !ending.contains(call.flow()));
  }

  /** What leaves the flow for good has no caller any more. */
  private static Stream<StepRef> within(Steps.Located step, Set<StepRef> ending) {
    var called =
        step.step() instanceof Step.Call call ? Stream.of(call.flow()) : Stream.<StepRef>empty();
    var goesOn = !(step.step() instanceof Step.Call call) || ending.contains(call.flow());
    var next =
        Arrows.steps(Arrows.targets(step.step()))
            .filter(it -> goesOn && it.flow().equals(step.flow()));
    return Stream.concat(called, next);
  }

  private static Finding finding(ReadFolder folder, List<StepRef> circle) {
    var named = NamedCircle.of(folder, circle);
    return Findings.error(
        folder,
        "endless-calls",
        named.place(),
        named.words()
            + ": flows that call each other and never come back; let one of them end, or use goto");
  }
}
