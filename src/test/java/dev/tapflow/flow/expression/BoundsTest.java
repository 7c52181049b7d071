package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tapflow.flow.Evaluator.Outcome;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.answer.WrittenAnswers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to be expensive has a bound, with a name when it is reached. */
final class BoundsTest {

  private static final Bounds NARROW = new Bounds(60, 8, 20, 20, 50, 100);

  static Stream<Arguments> findsWhatIsTooLargeAtLoad() {
    return Stream.of(
        arguments(
            "'" + "x".repeat(60) + "'",
            "An expression may have 60 characters; compute parts of it in a set step before."),
        arguments(
            "[[[[[[[[[[1]]]]]]]]]]",
            "An expression may nest 8 deep; compute parts of it in a set step before."),
        arguments(
            "input.text.matches('" + "x".repeat(21) + "')",
            "A pattern may have 20 characters; split the check into several."),
        arguments(
            "input.text.matches('(a{9}){9}')",
            "The pattern is too large: its repetitions multiply to about 120 steps, and 50 are"
                + " allowed."));
  }

  @ParameterizedTest
  @MethodSource
  void findsWhatIsTooLargeAtLoad(String source, String message) {
    assertThat(compile(source, NARROW).problems())
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).isEqualTo(message));
  }

  static Stream<Arguments> namesTheBoundThatIsReached() {
    var length = "a text or list longer than 100 characters or elements";
    return Stream.of(
        arguments("lists.range(15).map(x, [1, 2].map(y, x))", "more than 20 rounds through lists"),
        arguments("lists.range(21)", "more than 20 rounds through lists"),
        arguments("input.text + input.text", length),
        arguments("input.text.replace('a', 'bb')", length),
        arguments("['a', input.text].join(input.text)", length),
        arguments("contact.extra + contact.extra", length),
        arguments("[contact.extra, contact.extra].flatten()", length),
        arguments("[input.text, input.text]", length),
        arguments("'x'.matches(input.title)", "a pattern larger than 50 steps"));
  }

  @ParameterizedTest
  @MethodSource
  void namesTheBoundThatIsReached(String source, String bound) {
    assertThat(run(source, NARROW)).isEqualTo(new Outcome.Bounded(bound));
  }

  /** Values that double with every step would fill the memory long before they are a result. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        ".map(y, y + y)",
        ".map(y, y.replace('a', 'aaaaaaaaaa'))",
        ".map(y, [y, y, y, y].join(y))",
      })
  void boundsWhatGrowsOnTheWay(String step) {
    var source = "['a']" + step.repeat(30) + ".size()";
    var before = System.nanoTime();
    assertThat(run(source, Bounds.BUILT_IN)).isInstanceOf(Outcome.Bounded.class);
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
  }

  /** A list that holds itself many times over is small in memory and has no end. */
  @ParameterizedTest
  @ValueSource(strings = {"", ".flatten()"})
  void boundsListsOfTheSameLists(String step) {
    var source = "[['a']]" + (".map(y, [y, y, y, y])" + step).repeat(10);
    assertThat(run(source, Bounds.BUILT_IN)).isInstanceOf(Outcome.Bounded.class);
  }

  @Test
  void takesTheOtherSideOfDefaultWhereABoundIsReached() {
    assertThat(run("default(input.text + input.text, 'long')", NARROW))
        .isEqualTo(new Outcome.Value("long"));
  }

  private static Outcome run(String source, Bounds bounds) {
    var compiled = compile(source, bounds);
    assertThat(compiled.problems()).isEmpty();
    var values =
        Map.<String, Object>of(
            "input.text", "a".repeat(60),
            "input.title", "(a{9}){9}",
            "contact.extra", Stream.generate(() -> 1).limit(60).toList());
    return compiled.evaluator().evaluate(new Expression(source), Bots.scope(values));
  }

  private static Compiled compile(String source, Bounds bounds) {
    return new ExpressionCompiler(new WrittenAnswers(), bounds)
        .compile(
            Bots.BOT,
            List.of(),
            List.of(new Occurrence(new Expression(source), Role.INSERTION, "support", "start")));
  }
}
