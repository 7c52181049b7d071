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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an expression sees at its place. */
final class ScopesTest {

  static Stream<Arguments> seesEverywhere() {
    return Stream.of(
        arguments("contact.language", "en"),
        arguments("contact.tags", List.of("vip")),
        arguments("'vip' in contact.tags", true),
        arguments("contact.language == 'en' ? 'Hi' : 'Salut'", "Hi"),
        arguments("input.outcome", "resolved"),
        arguments("input.title", "My orders"),
        arguments("response.status", 404L),
        arguments("response.status >= 400", true),
        arguments("flow.path", "welcome > menu"),
        arguments("agent.name", "Bo"),
        arguments("window.open", true));
  }

  @ParameterizedTest
  @MethodSource
  void seesEverywhere(String source, Object expected) {
    var values =
        Map.<String, Object>of(
            "contact.language", "en",
            "contact.tags", List.of("vip"),
            "input.outcome", "resolved",
            "input.title", "My orders",
            "response.status", 404,
            "flow.path", "welcome > menu",
            "agent.name", "Bo",
            "window.open", true);
    assertThat(Bots.run(source, values)).isEqualTo(expected);
  }

  static Stream<Arguments> seesSecretsOnlyInACall() {
    return Stream.of(
        arguments("secret.shop_token", Role.CALL_INSERTION, Optional.empty()),
        arguments("'Bearer ' + secret.shop_token", Role.CALL_INSERTION, Optional.empty()),
        arguments(
            "secret.other",
            Role.CALL_INSERTION,
            Optional.of("bot.yaml names no secret other; add it to its secrets.")),
        arguments(
            "secret.shop_token",
            Role.ANSWER_INSERTION,
            Optional.of("Secrets are allowed only in the headers and the body of an http step.")),
        arguments(
            "secret.shop_token == 'x'",
            Role.CONDITION,
            Optional.of("Secrets are allowed only in the headers and the body of an http step.")));
  }

  @ParameterizedTest
  @MethodSource
  void seesSecretsOnlyInACall(String source, Role role, Optional<String> message) {
    assertThat(Bots.messages(source, role)).isEqualTo(message.stream().toList());
  }

  @Test
  void seesTheBodyOfAnAnswerOnlyWhereItIsSaved() {
    assertThat(Bots.messages("response.order.state", Role.ANSWER_INSERTION)).isEmpty();
    assertThat(Bots.messages("response[0].state", Role.ANSWER_INSERTION)).isEmpty();
    assertThat(Bots.messages("response.order.state", Role.INSERTION))
        .singleElement()
        .asString()
        .startsWith("The answer of a service is seen in the save of its http step");
    assertThat(run("response.items[0].name", Role.ANSWER_INSERTION, Optional.empty()))
        .isEqualTo(new Outcome.Value("Cup"));
    assertThat(run("response.status", Role.ANSWER_INSERTION, Optional.empty()))
        .isEqualTo(new Outcome.Value(200L));
  }

  private static Outcome run(String source, Role role, Optional<String> item) {
    var occurrence = new Occurrence(new Expression(source), role, "support", "start", item);
    var compiled = Bots.compiler().compile(Bots.BOT, List.of(), List.of(occurrence));
    assertThat(compiled.problems()).isEmpty();
    var values =
        Map.<String, Object>of(
            "response", Map.of("status", "shipped", "items", List.of(Map.of("name", "Cup"))),
            "response.status", 200L,
            "branch", Map.of("code", "b1", "stock", 3));
    return compiled.evaluator().evaluate(occurrence.expression(), Bots.scope(values));
  }

  @Test
  void seesTheElementOfAListUnderItsNameThereOnly() {
    assertThat(run("branch.code", Role.INSERTION, Optional.of("branch")))
        .isEqualTo(new Outcome.Value("b1"));
    assertThat(run("branch.stock + 1", Role.INSERTION, Optional.of("branch")))
        .isEqualTo(new Outcome.Value(4L));
    assertThat(Bots.messages("branch.code", Role.INSERTION))
        .containsExactly("There is nothing named branch.code.");
  }

  static Stream<Arguments> refusesAnElementsNameThatHidesSomething() {
    return Stream.of(
        arguments(
            "vars",
            "'vars' already means something in an expression; call the element otherwise: as:"
                + " item."),
        arguments(
            "now",
            "'now' already means something in an expression; call the element otherwise: as:"
                + " item."),
        arguments(
            "my-branch",
            "An expression cannot name 'my-branch'; call the element by letters, digits and _."));
  }

  @ParameterizedTest
  @MethodSource
  void refusesAnElementsNameThatHidesSomething(String item, String message) {
    var occurrences =
        Stream.of("contact.visits", "contact.vip")
            .map(Expression::new)
            .map(it -> new Occurrence(it, Role.INSERTION, "support", "start", Optional.of(item)))
            .toList();
    assertThat(Bots.compiler().compile(Bots.BOT, List.of(), occurrences).problems())
        .containsExactly(new Problem(occurrences.getFirst(), 0, "bad-name", message));
  }

  @Test
  void wantsAListOfWhatIsOffered() {
    assertThat(Bots.messages("contact.tags", Role.LIST)).isEmpty();
    assertThat(Bots.messages("contact.extra", Role.LIST)).isEmpty();
    assertThat(Bots.messages("contact.tags.filter(t, t != 'a')", Role.LIST)).isEmpty();
    assertThat(Bots.messages("contact.first_name", Role.LIST))
        .containsExactly("Expected a list, but this is a text.");
  }

  static Stream<Arguments> knowsWhatIsRaw() {
    return Stream.of(
        arguments("raw(contact.first_name)", true),
        arguments(" ( raw( contact.first_name ) ) ", true),
        arguments("raw(contact.first_name) + 'x'", false),
        arguments("'raw(x)'", false),
        arguments("default(raw(contact.first_name), '')", false),
        arguments("contact.first_name", false));
  }

  @ParameterizedTest
  @MethodSource
  void knowsWhatIsRaw(String source, boolean raw) {
    var evaluator = Bots.compile(source, Role.INSERTION).evaluator();
    assertThat(evaluator.isRaw(new Expression(source))).isEqualTo(raw);
  }
}
