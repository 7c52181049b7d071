package dev.tapflow.flow.lint;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.Optional;
import java.util.stream.Stream;

/** The steps of a folder with their addresses. */
final class Steps {

  private Steps() {}

  /** A step and where it is. */
  record Located(StepRef at, Step step) {

    String flow() {
      return at.flow();
    }

    String name() {
      return at.step();
    }

    /** The path to the step's own name, or to something in it. */
    String[] path(String... rest) {
      return Stream.concat(Stream.of("steps", at.step()), Stream.of(rest)).toArray(String[]::new);
    }
  }

  static Stream<Located> of(ReadFolder folder) {
    return folder.flows().values().stream()
        .flatMap(
            flow ->
                flow.steps().entrySet().stream()
                    .map(it -> new Located(new StepRef(flow.name(), it.getKey()), it.getValue())));
  }

  static Optional<Step> find(ReadFolder folder, StepRef at) {
    return Optional.ofNullable(folder.flows().get(at.flow())).flatMap(it -> it.step(at.step()));
  }
}
