package dev.tapflow.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person at a shell meets. */
class CommandLineToolsTest {

  private static final String GOOD =
      """
      flow: shop
      triggers: [ { event: new_conversation } ]
      steps:
        hello:
          say: Hello!
          next: end
      """;

  private final ByteArrayOutputStream results = new ByteArrayOutputStream();
  private final ByteArrayOutputStream notes = new ByteArrayOutputStream();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    Files.writeString(folder.resolve("shop.flow.yaml"), GOOD);
  }

  private int run(String... arguments) {
    results.reset();
    notes.reset();
    return CommandLineTools.run(
        new Terminal(stream(results), stream(notes), false, false), arguments);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String results() {
    return results.toString(StandardCharsets.UTF_8);
  }

  private String notes() {
    return notes.toString(StandardCharsets.UTF_8);
  }

  private void breakIt() throws IOException {
    Files.writeString(folder.resolve("shop.flow.yaml"), GOOD.replace("next: end", "next: nowhere"));
  }

  @Test
  void goodFlowsGiveNoResultsAndASentence() {
    assertThat(run("lint", folder.toString())).isZero();
    assertThat(results()).isEmpty();
    assertThat(notes()).isEqualTo("1 flow checked: no errors, no warnings\n");
  }

  @Test
  void aMistakeIsNamedByThePathThatWasGiven() throws IOException {
    breakIt();

    assertThat(run("lint", folder.toString())).isEqualTo(1);
    assertThat(results())
        .startsWith(folder.resolve("shop.flow.yaml") + ":6:11: error unknown-step: ")
        .contains("    next: nowhere\n");
    assertThat(notes()).contains("1 error");
  }

  @Test
  void oneFileIsCheckedWithItsNeighboursAndOnlyItsFindingsAreShown() throws IOException {
    breakIt();
    var other = folder.resolve("other.flow.yaml");
    Files.writeString(
        other,
        GOOD.replace("flow: shop", "flow: other")
            .replace("event: new_conversation", "words: [other]"));

    assertThat(run("lint", other.toString())).isZero();
    assertThat(results()).isEmpty();
  }

  @Test
  void programsReadFindingsAsJsonAndSarif() throws IOException {
    breakIt();

    assertThat(run("lint", "--format=json", folder.toString())).isEqualTo(1);
    assertThat(results())
        .startsWith(
            "[{\"file\":\"" + folder.resolve("shop.flow.yaml") + "\",\"line\":6,\"column\":11");
    assertThat(run("lint", "--format", "sarif", folder.toString())).isEqualTo(1);
    assertThat(results()).contains("\"version\":\"2.1.0\"");
  }

  @Test
  void misuseIsTwo() {
    assertThat(run("lint", folder.resolve("none").toString())).isEqualTo(2);
    assertThat(notes()).contains("There is no folder or file").doesNotContain("Exception");
    assertThat(run("lint", "--format=xml", folder.toString())).isEqualTo(2);
    assertThat(run("tset")).isEqualTo(2);
    assertThat(notes()).contains("tset", "Usage: tapflow");
    assertThat(run("serve")).isEqualTo(2);
    assertThat(run()).isEqualTo(2);
    assertThat(run("graph")).isEqualTo(2);
  }

  @Test
  void aFolderWithoutFlowsIsProbablyTheWrongOne() throws IOException {
    Files.delete(folder.resolve("shop.flow.yaml"));

    assertThat(run("lint", folder.toString())).isEqualTo(2);
    assertThat(notes()).contains("There are no flows in");
  }

  @Test
  void aFlowIsDrawnAsMermaidOrByTheNameOfTheOutput() throws IOException {
    var flow = folder.resolve("shop.flow.yaml").toString();
    var picture = folder.resolve("shop.svg");

    assertThat(run("graph", flow)).isZero();
    assertThat(results()).startsWith("flowchart TD\n");
    assertThat(run("graph", flow, "-o", picture.toString())).isZero();
    assertThat(Files.readString(picture)).startsWith("<svg ");
    assertThat(results()).isEmpty();
  }

  @Test
  void schemasArePrintedOrWrittenAllAtOnce() throws IOException {
    var schemas = folder.resolve("schemas");

    assertThat(run("schema")).isZero();
    assertThat(results()).startsWith("{").contains("\"$schema\"");
    assertThat(run("schema", "-o", schemas.toString())).isZero();
    for (var kind : new String[] {"flow", "bot", "translation", "test"}) {
      assertThat(run("schema", kind)).isZero();
      assertThat(Files.readString(schemas.resolve(kind + ".schema.json"))).isEqualTo(results());
    }
    assertThat(run("schema", "letter")).isEqualTo(2);
  }

  @Test
  void testsArePlayedAndWrittenForMachines() throws IOException {
    var xml = folder.resolve("report.xml");
    Files.writeString(
        folder.resolve("shop.test.yaml"),
        """
        cases:
          - name: is greeted
            steps: [ { user: hi }, { bot: [Hello!] }, { at: end } ]
          - name: is greeted otherwise
            steps: [ { user: hi }, { bot: [Goodbye!] } ]
        """);

    assertThat(run("test", "--junit", xml.toString(), folder.toString())).isEqualTo(1);
    assertThat(results()).contains("is greeted", "2 cases, 1 passed, 1 failed", "Goodbye!");
    assertThat(Files.readString(xml)).contains("failures=\"1\"");
  }

  @Test
  void casesAreMadeOfEveryPathAndPass() throws IOException {
    assertThat(run("test", "--generate", folder.toString())).isZero();
    Files.writeString(folder.resolve("shop.test.yaml"), results());

    assertThat(run("test", folder.toString())).as(results()).isZero();
    assertThat(results()).contains("1 cases, 1 passed");
  }

  @Test
  void flowsWithErrorsAreNotPlayed() throws IOException {
    breakIt();

    assertThat(run("test", folder.toString())).isEqualTo(1);
    assertThat(results()).contains("unknown-step");
  }

  @Test
  void aFolderWithoutTestsIsAMisuse() {
    assertThat(run("test", folder.toString())).isEqualTo(2);
    assertThat(notes()).contains("There are no tests");
  }

  @Test
  void helpNamesEveryCommand() {
    assertThat(run("help")).isZero();
    assertThat(results()).contains("lint", "test", "graph", "schema", "help");
    assertThat(run("help", "lint")).isZero();
    assertThat(results()).contains("Exit codes:");
  }

  @Test
  void coloursAreForTerminals() throws IOException {
    breakIt();
    var terminal = new Terminal(stream(results), stream(notes), true, false);

    CommandLineTools.run(terminal, "lint", folder.toString());

    assertThat(results()).contains("\u001b[");
  }
}
