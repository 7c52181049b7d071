package dev.tapflow.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.lint.FindingText;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;

/** A reader who does what docs/writing-flows.md says gets what it promises. */
class TutorialTest {

  private static final String FLOW = "workshop.flow.yaml";

  private static Tutorial read() throws IOException {
    return Tutorial.of(Files.readString(Path.of("docs/writing-flows.md")));
  }

  private static List<String> findings(Map<String, String> files) {
    var findings =
        switch (new ReleaseLoader().load(files)) {
          case LoadResult.Loaded loaded -> loaded.warnings();
          case LoadResult.Rejected rejected -> rejected.findings();
        };
    return findings.stream().map(TutorialTest::written).toList();
  }

  private static String written(Finding finding) {
    return "flows/" + FindingText.of(finding);
  }

  @Test
  void theFirstFlowIsWithoutFindings() throws IOException {
    assertThat(findings(read().filesUpTo("## 2."))).isEmpty();
  }

  @Test
  void theMistakeIsFoundAsItIsShown() throws IOException {
    var files = read().filesUpTo("## 2.");
    files.compute(FLOW, (_, text) -> text.replace("goto: ask_number", "goto: ask_nmber"));

    assertThat(read().outputs("## 2.")).hasSize(1);
    assertThat(String.join("\n", findings(files)).strip() + "\n")
        .contains(read().outputs("## 2.").getFirst());
  }

  @Test
  void theTeamAndItsHoursAreMissedUntilTheyAreWritten() throws IOException {
    assertThat(findings(read().filesUpTo("## 4.")))
        .anyMatch(it -> it.contains("unknown-team"))
        .anyMatch(it -> it.contains("unknown-hours") || it.contains("hours.shop"));
    assertThat(findings(read().filesUpTo("## 5.")))
        .isNotEmpty()
        .allMatch(it -> it.contains("warning missing-translation"));
  }

  @Test
  void theFirstTestsPassAsTheyAreShown() throws IOException {
    var report = Rehearsal.run(read().filesUpTo("## 6."));

    assertThat(report.passed()).as(report.text()).isTrue();
    assertThat(report.text().replace("ok   ", "ok   flows/"))
        .startsWith(read().outputs("## 5.").getFirst());
  }

  @Test
  void theEndIsWithoutFindingsAndItsTestsPass() throws IOException {
    var files = read().filesUpTo("## Where next");

    assertThat(findings(files)).isEmpty();
    var report = Rehearsal.run(files);
    assertThat(report.passed()).as(report.text()).isTrue();
    assertThat(report.cases()).hasSize(7);
    assertThat(report.coverage().steps().percent()).isGreaterThan(80);
  }

  @Test
  void everyBlockIsDoneSomethingWith() throws IOException {
    assertThat(read().blocks().map(MatchResult::group))
        .allMatch(it -> it.startsWith("```yaml\n# "));
  }
}
