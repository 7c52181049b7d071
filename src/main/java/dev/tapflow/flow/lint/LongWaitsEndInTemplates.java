package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.lint.window.LongWait;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.stream.Stream;

/** What follows a wait of 24 hours or more is a template: nothing else reaches the customer. */
final class LongWaitsEndInTemplates implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return Steps.of(folder)
        .filter(it -> !folder.doubtful().contains(it.flow()))
        .flatMap(
            it -> it.step() instanceof Step.Wait wait ? check(folder, it, wait) : Stream.empty());
  }

  private static Stream<Finding> check(ReadFolder folder, Steps.Located step, Step.Wait wait) {
    return LongWait.isLong(wait)
        ? LongWait.followedBy(folder.flows(), wait).map(it -> finding(folder, step, it)).stream()
        : Stream.empty();
  }

  private static Finding finding(ReadFolder folder, Steps.Located step, StepRef message) {
    var name = message.flow().equals(step.flow()) ? message.step() : message.text();
    return Findings.warning(
        folder,
        "long-wait",
        folder.sources().key(step.flow(), step.path("wait")),
        ("After 24 hours the customer's window is closed, and the message of \"%s\" follows; put a"
                + " template between, or add before_window_closes")
            .formatted(name));
  }
}
