package dev.tapflow.flow.yaml;

import dev.tapflow.flow.trial.Given;
import dev.tapflow.flow.trial.Mock;
import dev.tapflow.flow.trial.TestCase;
import dev.tapflow.flow.trial.TestFile;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code <flow>.test.yaml}: the tests of a flow. Never throws for what the file says. */
public final class TestFileReader {

  /** How the name of a file of tests ends. */
  public static final String SUFFIX = ".test.yaml";

  /** The keys of such a file. */
  public static final Vocabulary FILE =
      Vocabulary.of("A file of tests")
          .may("given", Kind.keys(BeforehandReader.GIVEN), "How things are when each case begins.")
          .may("http", MockReader.KIND, "How services answer in each case.")
          .must("cases", Kind.listOf(TestCaseReader.CASE), "The conversations that are tried.");

  private final Page page;

  private TestFileReader(Page page) {
    this.page = page;
  }

  /**
   * Reads one file.
   *
   * @param file its path as findings will call it; what stands before {@link #SUFFIX} is the flow
   */
  public static ReadTests read(String file, String text) {
    var name = file.substring(file.lastIndexOf('/') + 1);
    var flow = name.endsWith(SUFFIX) ? name.substring(0, name.length() - SUFFIX.length()) : name;
    var whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
    var page = new Page(new Source(file, whole), flow);
    var cases = Document.compose(page).map(it -> new TestFileReader(page).cases(it));
    return new ReadTests(
        page.hasErrors() ? Optional.empty() : cases.map(it -> new TestFile(file, flow, it)),
        page.findings(),
        page.expressions(),
        page.patterns());
  }

  private List<TestCase> cases(Yaml root) {
    var fields = Fields.of(root, FILE, page);
    var given =
        fields
            .map("given", BeforehandReader.GIVEN)
            .map(BeforehandReader::read)
            .orElseGet(Given::nothing);
    var mocks = fields.find("http").map(it -> MockReader.read(it, page)).orElse(List.of());
    var cases = new ArrayList<TestCase>();
    fields.find("cases").stream()
        .flatMap(this::items)
        .forEach(
            node -> cases.add(new TestCaseReader(page, given, mocks).read(node, cases.size() + 1)));
    return cases;
  }

  private Stream<Yaml> items(Yaml node) {
    if (node instanceof Yaml.Sequence list) {
      return list.items().stream();
    }
    page.error("wrong-shape", node, "Expected a list of cases: - name: …");
    return Stream.empty();
  }

  /** What a case tells of an address takes the place of what its file tells of it. */
  static List<Mock> merged(List<Mock> file, List<Mock> own) {
    return Stream.concat(
            file.stream().filter(it -> own.stream().noneMatch(mine -> isSame(it, mine))),
            own.stream())
        .toList();
  }

  private static boolean isSame(Mock one, Mock other) {
    return one.method().equals(other.method()) && one.url().equals(other.url());
  }
}
