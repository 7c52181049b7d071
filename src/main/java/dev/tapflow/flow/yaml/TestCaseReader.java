package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Given;
import dev.tapflow.flow.trial.Line;
import dev.tapflow.flow.trial.Mock;
import dev.tapflow.flow.trial.TestCase;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;

/** Reads one case. */
final class TestCaseReader {

  static final Vocabulary CASE =
      Vocabulary.of("A case")
          .may("name", Scalar.TEXT, "What is tried, in a few words.")
          .may("given", Kind.keys(BeforehandReader.GIVEN), "How things are when it begins.")
          .may("http", MockReader.KIND, "How services answer.")
          .must("steps", Kind.listOf(LineReader.LINE), "What is done and what is expected.");

  private final Page page;
  private final Given given;
  private final List<Mock> mocks;

  /**
   * @param given by the file for each case
   * @param mocks of the file for each case
   */
  TestCaseReader(Page page, Given given, List<Mock> mocks) {
    this.page = page;
    this.given = given;
    this.mocks = mocks;
  }

  TestCase read(Yaml node, int number) {
    var fields = Fields.of(node, CASE, page);
    var own =
        fields
            .map("given", BeforehandReader.GIVEN)
            .map(BeforehandReader::read)
            .orElseGet(Given::nothing);
    var answers = fields.find("http").map(it -> MockReader.read(it, page)).orElse(List.of());
    return new TestCase(
        fields.scalar("name").map(Yaml.Scalar::value).orElse("case " + number),
        page.source().start(node),
        given.and(own),
        TestFileReader.merged(mocks, answers),
        fields.find("steps").map(this::lines).orElse(List.of()));
  }

  private List<Line> lines(Yaml node) {
    if (node instanceof Yaml.Sequence list) {
      var reader = new LineReader(page);
      return list.items().stream().flatMap(it -> reader.read(it).stream()).toList();
    }
    page.error("wrong-shape", node, "Expected a list of steps: - user: hi");
    return List.of();
  }
}
