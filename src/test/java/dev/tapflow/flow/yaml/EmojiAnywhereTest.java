package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Step;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A text is read whole wherever an emoji stands in its file. */
class EmojiAnywhereTest {

  /** Twice as far as the library's buffer. */
  private static final int FAR = 2100;

  @Test
  void noPositionBreaksAnEmoji() {
    for (int before = 900; before < FAR; before++) {
      var comment = "#" + "x".repeat(before) + "\n";
      var flow = comment + "flow: a\nsteps:\n  s:\n    say: \"😀😀\"\n    next: end\n";

      var read = FolderReader.read(Map.of("a.flow.yaml", flow));

      assertThat(read.findings()).as("%d characters before", before).isEmpty();
      assertThat(read.flows().get("a").steps().get("s"))
          .isInstanceOfSatisfying(
              Step.Say.class, say -> assertThat(say.text().literalText()).isEqualTo("😀😀"));
    }
  }
}
