package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every step can be reached: from a flow's start, a command, the text button, a limit, or another
 * step. In a file with errors the ways are known in part only, so nothing is said about its steps.
 */
final class EveryStepIsReached implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    var reached = reached(folder);
    return Steps.of(folder)
        .filter(it -> !folder.doubtful().contains(it.flow()))
        .filter(it -> !reached.contains(it.at()))
        .map(
            it ->
                Findings.error(
                    folder,
                    "unreachable-step",
                    folder.sources().key(it.flow(), it.path()),
                    "Nothing leads to the step \"%s\"; send somebody there or delete it"
                        .formatted(it.name())));
  }

  private static Set<StepRef> reached(ReadFolder folder) {
    var reached = new HashSet<StepRef>();
    var ahead = new ArrayDeque<StepRef>(entries(folder).toList());
    while (!ahead.isEmpty()) {
      var at = ahead.pop();
      if (reached.add(at)) {
        Steps.find(folder, at).ifPresent(it -> Arrows.all(it).forEach(ahead::push));
      }
    }
    return reached;
  }

  private static Stream<StepRef> entries(ReadFolder folder) {
    return Stream.of(
            folder.flows().values().stream().map(Flow::start),
            folder.mentioned().stream(),
            doubtful(folder),
            Entrances.of(folder.bot()))
        .flatMap(it -> it);
  }

  private static Stream<StepRef> doubtful(ReadFolder folder) {
    return Steps.of(folder)
        .map(Steps.Located::at)
        .filter(it -> folder.doubtful().contains(it.flow()));
  }
}
