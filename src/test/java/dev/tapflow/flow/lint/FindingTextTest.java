package dev.tapflow.flow.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Finding;
import dev.tapflow.flow.Place;
import org.junit.jupiter.api.Test;

class FindingTextTest {

  @Test
  void pointsAtTheCharacterInItsLine() {
    var finding =
        new Finding(
            Finding.Severity.ERROR,
            "unknown-step",
            new Place("flows/a.flow.yaml", 12, 9),
            "The flow \"a\" has no step \"b\"",
            "\t🙂 goto: b");

    assertThat(FindingText.of(finding))
        .isEqualTo(
            """
            flows/a.flow.yaml:12:9: error unknown-step: The flow "a" has no step "b"
                \t🙂 goto: b
                \t       ^""");
  }

  @Test
  void leavesALineOutThatIsNotThere() {
    var finding =
        new Finding(
            Finding.Severity.WARNING, "not-read", new Place("a.yml", 1, 1), "Rename it", "");

    assertThat(FindingText.of(finding)).isEqualTo("a.yml:1:1: warning not-read: Rename it");
  }
}
