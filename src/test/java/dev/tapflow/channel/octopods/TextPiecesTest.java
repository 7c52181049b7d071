package dev.tapflow.channel.octopods;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextPiecesTest {

  @Test
  void leavesAShortTextAlone() {
    assertThat(TextPieces.of("Hello there.", 20)).containsExactly("Hello there.");
    assertThat(TextPieces.of("", 20)).containsExactly("");
  }

  @Test
  void cutsAtAParagraphRatherThanASentence() {
    assertThat(TextPieces.of("One two three.\n\nFour. Five six.", 25))
        .containsExactly("One two three.", "Four. Five six.");
  }

  @Test
  void cutsAtASentenceRatherThanAWord() {
    assertThat(TextPieces.of("It is open today. Come and see us.", 25))
        .containsExactly("It is open today.", "Come and see us.");
  }

  @Test
  void cutsAtAWordWhereASentenceIsTooLong() {
    assertThat(TextPieces.of("one two three four five", 10))
        .containsExactly("one two", "three four", "five");
  }

  @Test
  void neverCutsAFamilyInHalf() {
    var family = "👨‍👩‍👧";

    assertThat(TextPieces.of(family.repeat(3), 7)).isEqualTo(List.of(family, family, family));
  }

  @Test
  void losesNothingButSpace() {
    var text = "x".repeat(3000) + " " + "y. ".repeat(900);

    assertThat(String.join("", TextPieces.of(text, 1024)).replaceAll("\\s", ""))
        .isEqualTo(text.replaceAll("\\s", ""));
    assertThat(TextPieces.of(text, 1024)).allMatch(piece -> piece.length() <= 1024);
  }
}
