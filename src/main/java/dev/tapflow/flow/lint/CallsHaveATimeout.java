package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.stream.Stream;

/** Every call says how long it may take: meanwhile a customer looks at nothing. */
final class CallsHaveATimeout implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .filter(it -> it.step() instanceof Step.Http http && http.timeout().isEmpty())
        .filter(it -> !folder.sources().has(it.flow(), it.path("http", "timeout")))
        .map(
            it ->
                Findings.warning(
                    folder,
                    "no-timeout",
                    folder.sources().key(it.flow(), it.path("http")),
                    "The customer waits while the service answers; write how long at most, such as"
                        + " \"timeout: 3s\""));
  }
}
