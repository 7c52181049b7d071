package dev.tapflow.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import org.junit.jupiter.api.Test;

class FindingTextTest {

  @Test
  void pointsAtTheCharacterInItsLine() {
    assertThat(FindingText.of(finding(12, 10, "\t🙂 goto: b")))
        .isEqualTo(
            """
            flows/a.flow.yaml:12:10: error unknown-step: The flow "a" has no step "b"
                \t🙂 goto: b
                \t         ^\
            """);
  }

  @Test
  void wideCharactersTakeTwoPlacesAndAccentsNone() {
    assertThat(FindingText.of(finding(1, 6, "日本e\u0301 x")))
        .endsWith("日本e\u0301 x\n    " + " ".repeat(6) + "^");
  }

  @Test
  void ofALongLineShowsWhatIsAround() {
    var text = FindingText.of(finding(1, 501, "a".repeat(500) + "X" + "b".repeat(5000)));
    var lines = text.lines().toList();

    assertThat(lines.get(1)).hasSizeLessThan(320).startsWith("    …aaa").endsWith("bbb…");
    assertThat(lines.get(1).charAt(lines.get(2).indexOf('^'))).isEqualTo('X');
  }

  @Test
  void aTerminalIsNotGivenOrders() {
    assertThat(FindingText.of(finding(1, 1, "say: \u001b[2J"))).doesNotContain("\u001b");
  }

  @Test
  void coloursSurroundWordsAndChangeNone() {
    var finding = finding(1, 1, "goto: b");

    assertThat(FindingText.inColours(finding))
        .contains("\u001b[1;31merror unknown-step\u001b[0m")
        .satisfies(
            it ->
                assertThat(it.replaceAll("\u001b\\[[0-9;]*m", ""))
                    .isEqualTo(FindingText.of(finding)));
  }

  @Test
  void leavesALineOutThatIsNotThere() {
    var finding =
        new Finding(
            Finding.Severity.WARNING, "not-read", new Place("a.yml", 1, 1), "Rename it", "");

    assertThat(FindingText.of(finding)).isEqualTo("a.yml:1:1: warning not-read: Rename it");
  }

  private static Finding finding(int line, int column, String text) {
    return new Finding(
        Finding.Severity.ERROR,
        "unknown-step",
        new Place("flows/a.flow.yaml", line, column),
        "The flow \"a\" has no step \"b\"",
        text);
  }
}
