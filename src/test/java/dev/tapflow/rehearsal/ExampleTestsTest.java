package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests of the example flows, as they are shipped. */
class ExampleTestsTest {

  private static Map<String, String> files;
  private static Report report;

  @BeforeAll
  static void play() throws IOException {
    files = Trials.read(Path.of("flows"));
    report = Rehearsal.run(files);
  }

  @Test
  void allPass() {
    assertThat(report.passed()).as(report.text()).isTrue();
  }

  @Test
  void everyFlowHasTestsThatComeByItsSteps() {
    assertThat(report.coverage().flows())
        .allSatisfy(
            it -> assertThat(it.steps().percent()).as(report.text()).isGreaterThanOrEqualTo(95));
    assertThat(report.coverage().exits().percent()).isGreaterThan(90);
  }

  @Test
  void theFlowsUseEveryKindOfStepThatOctopodsCarries() {
    var used =
        Trials.release(files).flows().values().stream()
            .map(Flow::steps)
            .flatMap(steps -> steps.values().stream())
            .<Class<?>>map(Step::getClass)
            .collect(Collectors.toSet());

    assertThat(used)
        .contains(
            Step.Say.class,
            Step.Set.class,
            Step.Branch.class,
            Step.Goto.class,
            Step.Split.class,
            Step.Tag.class,
            Step.Wait.class,
            Step.Http.class,
            Step.Call.class,
            Step.Later.class,
            Step.CancelLater.class,
            Step.SendTemplate.class,
            Step.Handover.class,
            Question.Menu.class,
            Question.Ask.class,
            Question.Form.class,
            Question.AskByTemplate.class)
        .anyMatch(Question.Shop.class::isAssignableFrom);
  }
}
