package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever somebody writes compiles or is a problem; it never throws and is quick. */
final class AnySourceTest {

  private static final List<String> TOKENS =
      List.of(
          "contact.first_name",
          "contact.visits",
          "contact.born",
          "contact.extra",
          "vars.x",
          "input.text",
          "now",
          "null",
          "true",
          "1",
          "2.5",
          "'a'",
          "\"é😀\"",
          "[",
          "]",
          "(",
          ")",
          "{",
          "}",
          ":",
          ",",
          ".",
          "?",
          "+",
          "-",
          "*",
          "/",
          "%",
          "==",
          "!=",
          "<",
          ">=",
          "&&",
          "||",
          "!",
          " in ",
          "default(",
          "has(",
          "size(",
          "sum(",
          "max(",
          ".map(",
          ".exists(",
          "x",
          "today()",
          "date(",
          "plus(",
          "format_date(",
          "is_open(",
          "matches(",
          "lower(",
          "words(",
          "lists.range(",
          "math.greatest(",
          "r'\\d'",
          "0x1F",
          "1u",
          "b'a'",
          "\n",
          "// c",
          "@",
          "\u0000",
          "type(",
          "int",
          "timestamp(",
          "duration('1h')");

  @Property(tries = 300)
  void anyText(@ForAll String source) {
    compilesOrIsAProblem(source);
  }

  @Example
  void aMacroOfAnArgumentThatIsNone() {
    List.of(
            "math.greatest(",
            "math.greatest(]",
            "math.greatest(1 +)",
            "math.least(.)",
            "math.greatest(()")
        .forEach(AnySourceTest::compilesOrIsAProblem);
  }

  @Property(tries = 700)
  void tokensInAnyOrder(@ForAll("tokens") String source) {
    compilesOrIsAProblem(source);
  }

  @Provide
  Arbitrary<String> tokens() {
    return Arbitraries.of(TOKENS).list().ofMaxSize(12).map(list -> String.join("", list));
  }

  private static void compilesOrIsAProblem(String source) {
    var before = System.nanoTime();
    var compiled = Bots.compile(source, Role.INSERTION);
    var outcome =
        compiled
            .evaluator()
            .evaluate(new Expression(source), Bots.scope(Map.of("contact.visits", 2.0)));
    var took = Duration.ofNanos(System.nanoTime() - before);

    assertThat(outcome).isNotNull();
    assertThat(compiled.problems())
        .allSatisfy(
            problem ->
                assertThat(problem.offset())
                    .isBetween(0, source.codePointCount(0, source.length())));
    // loads the classes of CEL in the first try
    assertThat(took).isLessThan(Duration.ofSeconds(10));
  }
}
