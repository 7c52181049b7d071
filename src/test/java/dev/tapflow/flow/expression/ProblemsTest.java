package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tapflow.flow.Evaluator.Outcome;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import dev.tapflow.flow.Role;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is found wrong when a folder is loaded: code, place and words. */
final class ProblemsTest {

  static Stream<Arguments> findsWhatIsWrong() {
    return Stream.of(
        arguments(
            "contact.fist_name",
            0,
            "unknown-variable",
            "bot.yaml declares no contact field for contact.fist_name."
                + " Did you mean contact.first_name?"),
        arguments(
            "'Hi ' + contact.fist_name",
            8,
            "unknown-variable",
            "bot.yaml declares no contact field for contact.fist_name."
                + " Did you mean contact.first_name?"),
        arguments(
            "'😀' + contact.fist_name",
            6,
            "unknown-variable",
            "bot.yaml declares no contact field for contact.fist_name."
                + " Did you mean contact.first_name?"),
        arguments("vars.order", 0, "unknown-variable", "Nothing sets vars.order."),
        arguments(
            "first_name",
            0,
            "unknown-variable",
            "There is nothing named first_name. Did you mean contact.first_name?"),
        arguments(
            "hours.ofice.open",
            0,
            "unknown-variable",
            "There is nothing named hours.ofice.open. Did you mean hours.office.open?"),
        arguments(
            "window.closes",
            0,
            "unknown-variable",
            "There is nothing named window.closes. Did you mean window.closes_at?"),
        arguments(
            "response.order == 'x'",
            0,
            "unknown-variable",
            "The answer of a service is seen in the save of its http step, and response.status in"
                + " the steps after it; keep what they need there: save: { vars.x:"
                + " \"${response.x}\" }."),
        arguments(
            "secret.shop_token",
            0,
            "secret-not-allowed",
            "Secrets are allowed only in the headers and the body of an http step."),
        arguments(
            "'Bearer ' + secret.shop_tokn",
            12,
            "secret-not-allowed",
            "bot.yaml names no secret shop_tokn; add it to its secrets."),
        arguments("contact.first_name.x", 19, "expression-type", "A text has no fields."),
        arguments("upper(contact.first_name.x)", 25, "expression-type", "A text has no fields."),
        arguments(
            "uper(contact.first_name)",
            0,
            "unknown-function",
            "There is no function uper. Did you mean upper?"),
        arguments(
            "contact.first_name.startWith('A')",
            19,
            "unknown-function",
            "There is no function startWith. Did you mean startsWith?"),
        arguments(
            "contact.visits == 'x'",
            15,
            "expression-type",
            "'==' compares a number with a text: they are never equal."),
        arguments(
            "contact.born != contact.since",
            13,
            "expression-type",
            "'!=' compares a date with a datetime: they are never equal."),
        arguments(
            "contact.first_name in [1, 2]",
            19,
            "expression-type",
            "'in' compares a text with an integer: they are never equal."),
        arguments(
            "'a' + 1",
            4,
            "expression-type",
            "'+' does not take (text, integer). Put ${…} into the text instead, or write string(…)"
                + " around the other."),
        arguments(
            "contact.first_name > 3", 19, "expression-type", "'>' does not take (text, integer)."),
        arguments("upper(3)", 0, "expression-type", "'upper' does not take (integer)."),
        arguments("today(3)", 0, "expression-type", "'today' does not take (integer)."),
        arguments("year('2026')", 0, "expression-type", "'year' does not take (text)."),
        arguments(
            "contact.vip ? 'a' : 1",
            12,
            "expression-type",
            "'? :' does not take (true or false, text, integer)."),
        arguments("now - contact.since", 0, "expression-type", "A duration cannot be written."),
        arguments(
            "Message{a: 1}",
            7,
            "expression-type",
            "There is no type Message; a map is {'key': value}."),
        arguments(
            "1 +", 3, "expression-syntax", "The expression ends too early: '1 +' is not complete."),
        arguments("1 1", 2, "expression-syntax", "This is no expression: '1' cannot stand here."),
        arguments(
            " ",
            0,
            "expression-syntax",
            "There is no expression here; write one, such as vars.order."),
        arguments(
            "'abc'.matches('[')",
            14,
            "bad-pattern",
            "This is no RE2 pattern: missing closing ] at '['."),
        arguments(
            "format_date(now, 'yyyy-QQQQQQ')",
            17,
            "bad-pattern",
            "'yyyy-QQQQQQ' is no pattern of a date; write one such as 'EEEE d MMMM' or 'dd.MM.yyyy"
                + " HH:mm'."),
        arguments(
            "plus(today(), '1M')",
            14,
            "expression-type",
            "'1M' is no length of time; write one such as 'P1D', 'P2W', 'P1M' or 'PT30M'."),
        arguments("is_open('shop')", 8, "unknown-variable", "bot.yaml has no opening hours shop."),
        arguments(
            "x".repeat(2001),
            0,
            "expression-too-large",
            "An expression may have 2000 characters; compute parts of it in a set step before."));
  }

  @ParameterizedTest
  @MethodSource
  void findsWhatIsWrong(String source, int offset, String code, String message) {
    var occurrence = new Occurrence(new Expression(source), Role.INSERTION, "support", "start");

    assertThat(Bots.compile(source, Role.INSERTION).problems())
        .containsExactly(new Problem(occurrence, offset, code, message));
  }

  @Test
  void findsAllUnknownNamesOfAnExpressionAtOnce() {
    assertThat(Bots.compile("vars.a + vars.b", Role.INSERTION).problems())
        .extracting(Problem::offset)
        .containsExactly(0, 9);
  }

  @Test
  void findsNestingThatIsTooDeep() {
    var source = "(".repeat(200) + "1" + ")".repeat(200);

    assertThat(Bots.compile(source, Role.INSERTION).problems())
        .extracting(Problem::code)
        .containsExactly("expression-too-large");
  }

  static Stream<Arguments> wantsConditionsToBeTrueOrFalse() {
    return Stream.of(
        arguments("contact.vip", List.of()),
        arguments("contact.extra.ok", List.of()),
        arguments("contact.visits > 2 && has(contact.first_name)", List.of()),
        arguments(
            "contact.first_name",
            List.of(
                "A condition must be true or false, but this is a text; compare it with"
                    + " something.")),
        arguments(
            "1 + 1",
            List.of(
                "A condition must be true or false, but this is an integer; compare it with"
                    + " something.")));
  }

  @ParameterizedTest
  @MethodSource
  void wantsConditionsToBeTrueOrFalse(String source, List<String> messages) {
    assertThat(Bots.messages(source, Role.CONDITION)).isEqualTo(messages);
  }

  @Test
  void oneBadExpressionDoesNotSpoilTheOthers() {
    var occurrences =
        Stream.of("1 + 'a'", "vars.no + 1", "(", "1 + 1", "contact.visits == 'x'", "2 * 2")
            .map(source -> new Occurrence(new Expression(source), Role.INSERTION, "f", "s"))
            .toList();

    var compiled = Bots.compiler().compile(Bots.BOT, List.of(), occurrences);

    assertThat(compiled.problems())
        .extracting(problem -> problem.occurrence().expression().source())
        .containsExactly("1 + 'a'", "vars.no + 1", "(", "contact.visits == 'x'");
    assertThat(compiled.evaluator().evaluate(new Expression("2 * 2"), Bots.scope(Map.of())))
        .isEqualTo(new Outcome.Value(4L));
    assertThat(compiled.evaluator().evaluate(new Expression("1 + 'a'"), Bots.scope(Map.of())))
        .isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void failsWithoutAnExceptionOnAnExpressionOfAnotherRelease() {
    var compiled = Bots.compile("1", Role.INSERTION);

    assertThat(compiled.evaluator().evaluate(new Expression("2"), Bots.scope(Map.of())))
        .isInstanceOf(Outcome.Failed.class);
  }
}
