package dev.tapflow.flow.expression;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Moment;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.Variable;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps of every kind that writes something. */
final class Writing {

  private static final Target END = new Target.End();
  private static final Text BODY = Text.literal("?");

  private Writing() {}

  static Step ask(AnswerType type, Variable save) {
    return new Question.Ask(BODY, type, List.of(), Optional.of(save), END, Exits.BUILT_IN, false);
  }

  static Step fromData(Variable save, Optional<Text> value) {
    var offer =
        new Offer.FromData(
            new Expression("contact.tags"),
            "branch",
            Optional.empty(),
            BODY,
            Optional.empty(),
            value,
            List.of(),
            END,
            List.of(),
            END);
    return new Question.Menu(
        BODY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        offer,
        Question.Shape.AUTO,
        Optional.of(save),
        END,
        Exits.BUILT_IN,
        false);
  }

  static Step template(Variable save) {
    var option =
        new Option(
            "yes",
            Text.literal("Yes"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of(),
            END,
            Optional.empty(),
            false);
    var call =
        new TemplateCall(
            "come_back", Optional.empty(), List.of(), List.of(), List.of(), Optional.empty());
    return new Question.AskByTemplate(
        call, List.of(option), Optional.of(save), END, Exits.BUILT_IN, false);
  }

  static Step form(Variable save) {
    return new Question.Form(
        BODY,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Text.literal("1"),
        Optional.empty(),
        new LinkedHashMap<>(),
        Optional.of(save),
        END,
        Exits.BUILT_IN,
        false);
  }

  static Step shop(Variable save) {
    return new Question.Shop(
        BODY,
        Optional.empty(),
        new Question.Goods.All(Optional.empty()),
        Optional.of(save),
        END,
        Exits.BUILT_IN,
        false);
  }

  static Step http(Step.Http.Saving saving) {
    return new Step.Http(
        "GET",
        Text.literal("https://shop.example"),
        new LinkedHashMap<>(),
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.of(saving),
        Map.of(),
        Optional.empty(),
        END);
  }

  static Step picked(Variable save, Text value) {
    return http(new Step.Http.Saving.Picked(List.of(new Assignment(save, value))));
  }

  static Step call(Map<String, Text> with, Optional<Variable> save) {
    return new Step.Call(new StepRef("sub", "start"), new LinkedHashMap<>(with), save, END);
  }

  static Step later(Map<String, Text> with) {
    var inAnHour = new Moment(Optional.of(Duration.ofHours(1)), Optional.empty(), Optional.empty());
    return new Step.Later(
        "sub", new StepRef("sub", "start"), inAnHour, new LinkedHashMap<>(with), false, END);
  }

  static Flow subFlow(Map<String, ValueTree> returns) {
    return new Flow(
        "sub",
        new StepRef("sub", "start"),
        List.of(),
        false,
        Map.of(),
        returns,
        new LinkedHashMap<>());
  }
}
