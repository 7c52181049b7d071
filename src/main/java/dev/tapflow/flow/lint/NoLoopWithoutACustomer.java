package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** No steps lead round in a circle in which nobody is waited for. */
final class NoLoopWithoutACustomer implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var arrows = new LinkedHashMap<StepRef, List<StepRef>>();
    Steps.of(folder).forEach(it -> arrows.put(it.at(), Arrows.atOnce(it.step()).toList()));
    return Circles.of(arrows).stream().map(circle -> finding(folder, circle));
  }

  private static Finding finding(ReadFolder folder, List<StepRef> circle) {
    var inOrder = circle.stream().sorted(Comparator.comparing(it -> place(folder, it))).toList();
    var first = inOrder.getFirst();
    var others =
        inOrder.stream().skip(1).map(it -> name(it, first)).collect(Collectors.joining(", "));
    var message =
        others.isEmpty()
            ? "The step \"%s\" leads to itself".formatted(first.step())
            : "The step \"%s\" leads back to itself through %s".formatted(first.step(), others);
    return Findings.error(
        folder,
        "loop",
        place(folder, first),
        message + ", and nobody is asked on the way; put a question into the circle");
  }

  private static String name(StepRef step, StepRef seenFrom) {
    return step.flow().equals(seenFrom.flow()) ? step.step() : step.text();
  }

  private static Place place(ReadFolder folder, StepRef step) {
    return folder.sources().key(step.flow(), "steps", step.step());
  }
}
