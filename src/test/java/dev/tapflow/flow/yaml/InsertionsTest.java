package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.yaml.Insertions.Piece;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InsertionsTest {

  @Test
  void keepsWhatIsNoInsertionAsItIs() {
    assertThat(Insertions.of("{name} @ $5 } {"))
        .containsExactly(new Piece.Literal("{name} @ $5 } {"));
    assertThat(Insertions.of("")).isEmpty();
  }

  @Test
  void takesATextApart() {
    assertThat(Insertions.of("Hi ${a}, ${b}!"))
        .containsExactly(
            new Piece.Literal("Hi "),
            new Piece.Inserted("a", 5),
            new Piece.Literal(", "),
            new Piece.Inserted("b", 11),
            new Piece.Literal("!"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'a': {'b': 1}}.a.b",
        "default(x, '}')",
        "\"}\" + '{'",
        "'it\\'s }'",
        "'''}'} '''",
        "r'\\' + '}'",
        "var'}'"
      })
  void followsBracesAndQuotes(String code) {
    assertThat(Insertions.of("${" + code + "}.")).startsWith(new Piece.Inserted(code, 2));
  }

  @Test
  void twoDollarsAreOneAndNoInsertion() {
    assertThat(Insertions.of("$${a} costs $$$${b}"))
        .containsExactly(new Piece.Literal("${a} costs $$${b}"));
  }

  @Test
  void saysWhereAnInsertionBeginsThatNeverEnds() {
    assertThat(Insertions.of("Hi ${a + '}'"))
        .containsExactly(new Piece.Literal("Hi "), new Piece.Unclosed(3));
  }
}
