package dev.tapflow.rehearsal;

import dev.tapflow.flow.Finding;
import java.util.List;

/**
 * What a run of tests came to.
 *
 * @param findings what keeps flows or files of tests from being played, by place
 * @param cases in the order of the files, then as written
 * @param coverage of all cases together
 */
public record Report(List<Finding> findings, List<CaseResult> cases, Coverage coverage) {

  public Report {
    findings = List.copyOf(findings);
    cases = List.copyOf(cases);
  }

  /** True where every case passed and nothing kept one from being played. */
  public boolean passed() {
    return failed() == 0
        && findings.stream().noneMatch(it -> it.severity() == Finding.Severity.ERROR);
  }

  /** How many cases failed. */
  public long failed() {
    return cases.stream().filter(it -> !it.passed()).count();
  }

  /** For people: what failed and why, then how much was covered. */
  public String text() {
    return new ReportText(this).written();
  }

  /** For machines that read JUnit's XML. */
  public String junitXml() {
    return new JUnitXml(this).written();
  }
}
