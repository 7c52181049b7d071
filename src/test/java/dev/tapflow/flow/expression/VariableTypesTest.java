package dev.tapflow.flow.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Variables get their types from what sets them. */
final class VariableTypesTest {

  private static final Target END = new Target.End();
  private static final Variable X = new Variable(Variable.Scope.VARS, "x");

  static Stream<Arguments> infersTypesFromWhatSetsAVariable() {
    return Stream.of(
        arguments(List.of("vars.x: hello"), "text"),
        arguments(List.of("vars.x: 5"), "text"),
        arguments(List.of("vars.x: ${5}"), "integer"),
        arguments(List.of("vars.x: ${5} pieces"), "text"),
        arguments(List.of("vars.x: ${2.5}"), "number"),
        arguments(List.of("vars.x: ${5}", "vars.x: ${2.5}"), "number"),
        arguments(List.of("vars.x: ${5}", "vars.x: five"), "any"),
        arguments(List.of("vars.x: ${7 / 2}"), "number"),
        arguments(List.of("vars.x: ${contact.born}"), "date"),
        arguments(List.of("vars.x: ${plus(today(), 'P1D')}"), "date"),
        arguments(List.of("vars.x: ${now}"), "datetime"),
        arguments(List.of("vars.x: ${contact.vip}"), "true or false"),
        arguments(List.of("vars.x: ${contact.extra}"), "any"),
        arguments(List.of("vars.x: ${[1, 2]}"), "list"),
        arguments(List.of("vars.x: ${{'a': 1}}"), "map"),
        arguments(List.of("vars.x: ${null}", "vars.x: ${5}"), "integer"),
        arguments(List.of("vars.x: ${vars.y}", "vars.y: ${vars.z + 1}", "vars.z: ${1}"), "integer"),
        arguments(List.of("vars.x: ${vars.y}", "vars.y: ${1}", "vars.y: ${1.5}"), "number"),
        arguments(List.of("vars.x: ${0}", "vars.x: ${vars.x + 1}"), "integer"),
        arguments(List.of("vars.x: ${0}", "vars.x: ${vars.x + 0.5}"), "number"),
        arguments(List.of("vars.x: ${vars.x}"), "any"),
        arguments(List.of("vars.x: ${nonsense(1)}"), "any"));
  }

  @ParameterizedTest
  @MethodSource
  void infersTypesFromWhatSetsAVariable(List<String> lines, String type) {
    assertThat(typeOf("vars.x", flow(new Step.Set(assignments(lines), END)))).isEqualTo(type);
  }

  static Stream<Arguments> infersTypesFromQuestions() {
    return Stream.of(
        arguments(ask(AnswerType.TEXT), "text"),
        arguments(ask(AnswerType.NUMBER), "number"),
        arguments(ask(AnswerType.INTEGER), "integer"),
        arguments(menu(option(Optional.empty())), "text"),
        arguments(menu(option(Optional.of(text("${3}")))), "integer"),
        arguments(
            menu(option(Optional.of(text("${3}"))), option(Optional.of(text("${1.5}")))), "number"),
        arguments(menu(option(Optional.of(text("${3}"))), option(Optional.empty())), "any"));
  }

  @ParameterizedTest
  @MethodSource
  void infersTypesFromQuestions(Step step, String type) {
    assertThat(typeOf("vars.x", flow(step))).isEqualTo(type);
  }

  @Test
  void knowsVariablesThatAnotherFlowSets() {
    var other = flow(new Step.Set(assignments(List.of("vars.order: A-1")), END));

    assertThat(Bots.messages("vars.order", Role.INSERTION, other)).isEmpty();
    assertThat(Bots.messages("vars.oder", Role.INSERTION, other))
        .containsExactly("Nothing sets vars.oder. Did you mean vars.order?");
  }

  @Test
  void keepsANumberThatIsWhole() {
    var flow = flow(new Step.Set(assignments(List.of("vars.x: ${5}", "vars.x: ${2.5}")), END));

    assertThat(Bots.run("vars.x + 1", Map.of("vars.x", 5L), flow)).isEqualTo(6.0);
  }

  @Test
  void givesTheAnswerOfACheckTheTypeThatIsAskedFor() {
    var flow = flow(ask(AnswerType.INTEGER));

    assertThat(Bots.messages("input.value > 3", Role.CHECK_CONDITION, flow)).isEmpty();
    assertThat(Bots.messages("input.value == 'x'", Role.CHECK_CONDITION, flow))
        .containsExactly("'==' compares an integer with a text: they are never equal.");
    assertThat(Bots.messages("input.value == 'x'", Role.CONDITION, flow)).isEmpty();
  }

  static Stream<Arguments> infersTypesFromEveryStepThatWrites() {
    return Stream.of(
        arguments(ask(AnswerType.EMAIL), "text"),
        arguments(ask(AnswerType.PHONE), "text"),
        arguments(ask(AnswerType.DATE), "date"),
        arguments(ask(AnswerType.TIME), "time"),
        arguments(ask(AnswerType.LOCATION), "map"),
        arguments(ask(AnswerType.IMAGE), "map"),
        arguments(Writing.fromData(X, Optional.empty()), "any"),
        arguments(Writing.fromData(X, Optional.of(text("${branch.code}"))), "any"),
        arguments(Writing.fromData(X, Optional.of(text("${contact.visits}"))), "number"),
        arguments(Writing.template(X), "text"),
        arguments(Writing.form(X), "any"),
        arguments(Writing.shop(X), "any"),
        arguments(Writing.http(new Step.Http.Saving.Whole(X)), "any"),
        arguments(Writing.picked(X, text("${response.a}")), "any"),
        arguments(Writing.picked(X, text("${response.status}")), "integer"),
        arguments(Writing.picked(X, text("${size(response.items)}")), "integer"),
        arguments(Writing.call(Map.of("x", text("${today()}")), Optional.empty()), "date"),
        arguments(Writing.later(Map.of("x", text("${1}"))), "integer"),
        arguments(Writing.later(Map.of("x", text("one"))), "text"));
  }

  @ParameterizedTest
  @MethodSource
  void infersTypesFromEveryStepThatWrites(Step step, String type) {
    assertThat(typeOf("vars.x", flow(step))).isEqualTo(type);
  }

  static Stream<Arguments> infersTheTypeThatASubFlowComesBackWith() {
    return Stream.of(
        arguments(Map.of(), "any"),
        arguments(Map.of("a", leaf("${contact.born}")), "date"),
        arguments(Map.of("a", leaf("done")), "text"),
        arguments(Map.of("a", leaf("${1}"), "b", leaf("${1.5}")), "number"),
        arguments(Map.of("a", leaf("${1}"), "b", leaf("none")), "any"),
        arguments(Map.of("a", new ValueTree.Items(List.of(leaf("x")))), "list"),
        arguments(Map.of("a", new ValueTree.Branches(new LinkedHashMap<>())), "map"));
  }

  @ParameterizedTest
  @MethodSource
  void infersTheTypeThatASubFlowComesBackWith(Map<String, ValueTree> returns, String type) {
    var call = flow(Writing.call(Map.of(), Optional.of(X)));
    assertThat(typeOf("vars.x", call, Writing.subFlow(returns))).isEqualTo(type);
  }

  private static ValueTree leaf(String written) {
    return new ValueTree.Leaf(text(written));
  }

  static Stream<Arguments> wantsContactFieldsToGetTheTypeOfAnAnswer() {
    var visits = new Variable(Variable.Scope.CONTACT, "visits");
    var born = new Variable(Variable.Scope.CONTACT, "born");
    return Stream.of(
        arguments(Writing.ask(AnswerType.NUMBER, visits), ""),
        arguments(Writing.ask(AnswerType.INTEGER, visits), ""),
        arguments(
            Writing.ask(AnswerType.DATE, visits),
            "contact.visits is a number, but this is a date."),
        arguments(Writing.ask(AnswerType.DATE, born), ""),
        arguments(
            Writing.ask(AnswerType.EMAIL, born), "contact.born is a date, but this is a text."),
        arguments(Writing.template(visits), "contact.visits is a number, but this is a text."),
        arguments(Writing.form(visits), ""),
        arguments(Writing.http(new Step.Http.Saving.Whole(visits)), ""),
        arguments(Writing.fromData(visits, Optional.empty()), ""));
  }

  @ParameterizedTest
  @MethodSource
  void wantsContactFieldsToGetTheTypeOfAnAnswer(Step step, String message) {
    var compiled = Bots.compile("1", Role.INSERTION, flow(step));
    assertThat(compiled.saves().stream().map(UnfitSave::message).collect(Collectors.joining()))
        .isEqualTo(message);
    assertThat(compiled.saves()).allMatch(it -> it.step().equals(new StepRef("support", "start")));
  }

  @Test
  void wantsContactFieldsToGetTheTypeOfWhatIsPickedOrChosen() {
    var visits = new Variable(Variable.Scope.CONTACT, "visits");
    assertThat(
            Bots.messages(
                "response.status > 1",
                Role.ANSWER_INSERTION,
                flow(Writing.picked(visits, text("${response.status > 1}")))))
        .containsExactly("contact.visits is a number, but this is true or false.");
    assertThat(
            Bots.messages(
                "today()",
                Role.INSERTION,
                flow(Writing.fromData(visits, Optional.of(text("${today()}"))))))
        .containsExactly("contact.visits is a number, but this is a date.");
  }

  static Stream<Arguments> wantsContactFieldsToGetTheirType() {
    return Stream.of(
        arguments("contact.visits: ${1}", List.of()),
        arguments(
            "contact.orders: ${1.5}",
            List.of("contact.orders is an integer, but this is a number.")),
        arguments(
            "contact.born: ${now}", List.of("contact.born is a date, but this is a datetime.")),
        arguments("contact.born: ${today()}", List.of()),
        arguments("contact.first_name: ${1}", List.of()),
        arguments("contact.visits: ${contact.extra.n}", List.of()),
        arguments("contact.visits: ${null}", List.of()));
  }

  @ParameterizedTest
  @MethodSource
  void wantsContactFieldsToGetTheirType(String line, List<String> messages) {
    var assignment = assignments(List.of(line));
    var source = assignment.getFirst().value().asSingleExpression().orElseThrow().source();

    assertThat(Bots.messages(source, Role.INSERTION, flow(new Step.Set(assignment, END))))
        .isEqualTo(messages);
  }

  /** The word for a type, as a message that compares it with something impossible gives it. */
  private static String typeOf(String name, Flow... flow) {
    var messages = Bots.messages(name + " == duration('1h')", Role.CONDITION, flow);
    return messages.isEmpty()
        ? "any"
        : messages.getFirst().replaceAll("'==' compares (?:an? )?(.*) with a duration.*", "$1");
  }

  private static Flow flow(Step step) {
    return Bots.flow(new LinkedHashMap<>(Map.of("start", step)));
  }

  private static List<Assignment> assignments(List<String> lines) {
    var assignments = new ArrayList<Assignment>();
    for (var line : lines) {
      var name = line.substring(line.indexOf('.') + 1, line.indexOf(':'));
      var scope = line.startsWith("vars") ? Variable.Scope.VARS : Variable.Scope.CONTACT;
      assignments.add(
          new Assignment(new Variable(scope, name), text(line.substring(line.indexOf(' ') + 1))));
    }
    return assignments;
  }

  private static Text text(String written) {
    if (!written.startsWith("${")) {
      return Text.literal(written);
    }
    var end = written.lastIndexOf('}');
    var inserted = new Text.Part.Inserted(new Expression(written.substring(2, end)));
    return end == written.length() - 1
        ? new Text(List.of(inserted))
        : new Text(List.of(inserted, new Text.Part.Literal(written.substring(end + 1))));
  }

  private static Step ask(AnswerType type) {
    return new Question.Ask(
        Text.literal("?"), type, List.of(), Optional.of(X), END, Exits.BUILT_IN, false);
  }

  private static Step menu(Option... options) {
    return new Question.Menu(
        Text.literal("?"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Offer.Written(List.of(new Option.Group(Optional.empty(), List.of(options)))),
        Question.Shape.AUTO,
        Optional.of(X),
        END,
        Exits.BUILT_IN,
        false);
  }

  private static Option option(Optional<Text> value) {
    return new Option(
        "one",
        Text.literal("One"),
        Optional.empty(),
        List.of(),
        value,
        List.of(),
        END,
        Optional.empty(),
        false);
  }
}
