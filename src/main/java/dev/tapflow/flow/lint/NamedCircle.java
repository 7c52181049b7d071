package dev.tapflow.flow.lint;

import dev.tapflow.flow.Place;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A circle of steps as a message has it: at the first of its steps, naming the others. */
record NamedCircle(Place place, String words) {

  /** So many are named; more would say less. */
  private static final int NAMED = 8;

  static NamedCircle of(ReadFolder folder, List<StepRef> circle) {
    var inOrder = circle.stream().sorted(Comparator.comparing(it -> place(folder, it))).toList();
    var first = inOrder.getFirst();
    var others =
        inOrder.stream()
            .skip(1)
            .limit(NAMED)
            .map(it -> name(it, first))
            .collect(Collectors.joining(", "));
    var more = inOrder.size() > NAMED + 1 ? " and others" : "";
    return new NamedCircle(
        place(folder, first),
        others.isEmpty()
            ? "The step \"%s\" leads to itself".formatted(first.step())
            : "The step \"%s\" leads back to itself through %s%s"
                .formatted(first.step(), others, more));
  }

  private static String name(StepRef step, StepRef seenFrom) {
    return step.flow().equals(seenFrom.flow()) ? step.step() : step.text();
  }

  private static Place place(ReadFolder folder, StepRef step) {
    return folder.sources().key(step.flow(), "steps", step.step());
  }
}
