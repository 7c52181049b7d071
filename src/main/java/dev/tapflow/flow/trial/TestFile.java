package dev.tapflow.flow.trial;

import java.util.List;

/**
 * One file of tests, {@code <flow>.test.yaml}.
 *
 * @param file its path as it was given
 * @param flow the flow it is named after; a step without a flow is one of its steps
 * @param cases with what the top of the file gives already added
 */
public record TestFile(String file, String flow, List<TestCase> cases) {

  public TestFile {
    cases = List.copyOf(cases);
  }
}
