package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.Comparator;
import java.util.stream.Stream;

/** What is said to have moved is not where it was. */
final class MovedStepsAreGone implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return folder.flows().values().stream().flatMap(it -> check(folder, it));
  }

  private static Stream<Finding> check(ReadFolder folder, Flow flow) {
    return flow.moved().keySet().stream()
        .sorted(Comparator.comparing(StepRef::text))
        .filter(it -> Steps.find(folder, it).isPresent())
        .map(
            it ->
                Findings.warning(
                    folder,
                    "moved-exists",
                    folder.sources().key(flow.name(), "moved", written(folder, flow, it)),
                    "The step \"%s\" is still there, so nobody follows this; delete the line"
                        .formatted(it.step())));
  }

  private static String written(ReadFolder folder, Flow flow, StepRef from) {
    return folder.sources().has(flow.name(), "moved", from.text()) ? from.text() : from.step();
  }
}
