package dev.tapflow.flow.lint;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.yaml.ReadFolder;
import java.util.stream.Stream;

/** A flow's last step says where it leads; a conversation that ends by falling off surprises. */
final class EveryEndIsWritten implements Rule {

  @Override
  public Stream<Finding> check(ReadFolder folder) {
    return folder.flows().values().stream()
        .map(
            flow -> {
              var last = flow.steps().lastEntry();
              return new Steps.Located(new StepRef(flow.name(), last.getKey()), last.getValue());
            })
        .filter(it -> !folder.doubtful().contains(it.flow()))
        .filter(it -> fallsThrough(folder, it))
        .map(
            it ->
                Findings.error(
                    folder,
                    "dead-end",
                    folder.sources().key(it.flow(), it.path(Verbs.of(it.step()))),
                    "Below the step \"%s\" there is none to go on to; write \"next: end\" or another"
                            .formatted(it.name())
                        + " step"));
  }

  private static boolean fallsThrough(ReadFolder folder, Steps.Located last) {
    return goesOn(folder, last) && !folder.sources().has(last.flow(), last.path("next"));
  }

  /** True where the step can go to what its {@code next} says. */
  private static boolean goesOn(ReadFolder folder, Steps.Located last) {
    return switch (last.step()) {
      case Step.Say _,
          Step.Link _,
          Step.Set _,
          Step.Call _,
          Step.Http _,
          Step.Wait _,
          Step.Later _,
          Step.CancelLater _,
          Step.Tag _,
          Step.SendTemplate _,
          Question.Form _,
          Question.Shop _,
          Question.Ask _ ->
          true;
      case Step.Branch _, Step.Split _, Step.Goto _ -> false;
      case Question.ByOption question ->
          OptionPaths.of(question).anyMatch(it -> !hasTarget(folder, last, it.path()))
              || (isFromData(question) && !hasTarget(folder, last, "options"));
      case Step.Handover handover ->
          !hasTarget(folder, last, "returned")
              || (handover.unavailable().isPresent() && !hasTarget(folder, last, "unavailable"))
              || (handover.timeout().isPresent() && !hasTarget(folder, last, "timeout"));
    };
  }

  private static boolean isFromData(Question.ByOption question) {
    return question instanceof Question.Menu menu && menu.offer() instanceof Offer.FromData;
  }

  private static boolean hasTarget(ReadFolder folder, Steps.Located step, String... path) {
    return folder
        .sources()
        .has(
            step.flow(),
            Stream.concat(Stream.of(step.path(path)), Stream.of("goto")).toArray(String[]::new));
  }
}
