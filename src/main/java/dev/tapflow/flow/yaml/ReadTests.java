package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.trial.TestFile;
import java.util.List;
import java.util.Optional;

/**
 * A file of tests as far as it could be read.
 *
 * @param tests empty where the file has errors: what is half understood is not played
 * @param expressions the insertions in it, which nobody has checked yet
 * @param patterns what is to be matched, which nobody has checked yet
 */
public record ReadTests(
    Optional<TestFile> tests,
    List<Finding> findings,
    List<PlacedExpression> expressions,
    List<PlacedPattern> patterns) {

  public ReadTests {
    findings = List.copyOf(findings);
    expressions = List.copyOf(expressions);
    patterns = List.copyOf(patterns);
  }
}
