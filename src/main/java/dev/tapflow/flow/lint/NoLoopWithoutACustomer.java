package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * No steps lead round in a circle in which nobody is waited for. A pause or an agent is a turn of
 * somebody; the answer of a service is not, for it may come at once.
 */
final class NoLoopWithoutACustomer implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var back = SubFlows.comingBackAtOnce(folder);
    var arrows = new LinkedHashMap<StepRef, List<StepRef>>();
    Steps.of(folder).forEach(it -> arrows.put(it.at(), ahead(it.step(), back).toList()));
    var circles = Circles.of(arrows);
    if (circles.isEmpty()) {
      return Stream.empty();
    }
    var ending = SubFlows.ending(folder);
    return circles.stream()
        .filter(circle -> !CallsComeBack.isEndless(folder, circle, ending))
        .map(circle -> finding(folder, circle));
  }

  private static Stream<StepRef> ahead(Step step, Set<StepRef> back) {
    if (!(step instanceof Step.Call call)) {
      return Arrows.steps(Arrows.atOnce(step));
    }
    var next = Arrows.steps(Stream.of(call.next())).filter(it -> back.contains(call.flow()));
    return Stream.concat(Stream.of(call.flow()), next);
  }

  private static Finding finding(ReadFolder folder, List<StepRef> circle) {
    var named = NamedCircle.of(folder, circle);
    return Findings.error(
        folder,
        "loop",
        named.place(),
        named.words() + ", and nobody is asked on the way; put a question into the circle");
  }
}
