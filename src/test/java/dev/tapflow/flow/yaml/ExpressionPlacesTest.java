package dev.tapflow.flow.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Place;
import dev.tapflow.flow.Role;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A problem is shown where its character stands in the file, however YAML wraps the text. */
class ExpressionPlacesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "say: Hi ${vars.x}",
        "say: \"Hi 🙂 \\\"you\\\" ${vars.x}\"",
        "say: 'It''s ${vars.x}'",
        "say: |\n  One\n  Two ${vars.x}\n",
        "say: >-\n  One\n  Two\n\n  Three ${vars.x}\n",
        "say: One\n  two ${vars.x}\n",
        "say: \"One\n  two ${vars.x}\"\n",
        "{ say: \"a, ${vars.x}\" }"
      })
  void findsTheCharacterInTheFile(String step) {
    var yaml = "flow: main\nsteps:\n  one:\n" + step.indent(4);

    var place = only(yaml).place(5);

    assertThat(place).isEqualTo(placeOf("x}", yaml));
  }

  @Test
  void saysWhatAnExpressionIsForAndWhere() {
    var yaml =
        """
        flow: main
        steps:
          one:
            ask: Hi ${a}
            check: { if: b }
          two:
            branch: [{ if: c, goto: one }, { else: end }]
        """;

    assertThat(read(yaml).expressions())
        .extracting(PlacedExpression::occurrence)
        .extracting(it -> it.expression().source(), Occurrence::role, Occurrence::step)
        .containsExactly(
            tuple("a", Role.INSERTION, "one"),
            tuple("b", Role.CHECK_CONDITION, "one"),
            tuple("c", Role.CONDITION, "two"));
  }

  private static PlacedExpression only(String yaml) {
    return read(yaml).expressions().getFirst();
  }

  private static ReadFolder read(String yaml) {
    var folder = FolderReader.read(Map.of("main.flow.yaml", yaml));
    assertThat(folder.findings()).isEmpty();
    return folder;
  }

  private static Place placeOf(String text, String yaml) {
    var before = yaml.substring(0, yaml.indexOf(text)).split("\n", -1);
    var last = before[before.length - 1];
    return new Place("main.flow.yaml", before.length, last.codePointCount(0, last.length()) + 1);
  }
}
