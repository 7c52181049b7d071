package dev.tapflow.flow.expression;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.ValueTree;
import dev.tapflow.flow.Variable;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each kind of step writes. */
final class Writes {

  private final Map<String, Flow> flows;

  Writes(Collection<Flow> flows) {
    this.flows =
        flows.stream().collect(Collectors.toMap(Flow::name, Function.identity(), (one, _) -> one));
  }

  Stream<Write> of(Step step) {
    return switch (step) {
      case Question.Ask ask -> saved(ask.save(), VariableTypes.typeOf(ask.type()));
      case Question.Menu menu -> menu(menu);
      case Question.AskByTemplate template -> options(template.options(), template.save());
      case Question.Form form -> saved(form.save(), FieldType.ANY);
      case Question.Shop shop -> saved(shop.save(), FieldType.ANY);
      case Step.Set set -> assigned(set.assignments());
      case Step.Http http -> http.save().stream().flatMap(Writes::answer);
      case Step.Call call ->
          Stream.concat(given(call.with()), call.save().stream().flatMap(it -> back(it, call)));
      case Step.Later later -> given(later.with());
      case Step.Say _,
          Step.Link _,
          Step.Branch _,
          Step.Split _,
          Step.Goto _,
          Step.Wait _,
          Step.CancelLater _,
          Step.Tag _,
          Step.SendTemplate _,
          Step.Handover _ ->
          Stream.empty();
    };
  }

  /** The names under which a flow's steps see elements of lists. */
  Stream<String> itemsOf(Flow flow) {
    return flow.steps().values().stream()
        .flatMap(step -> step instanceof Question.Menu menu ? Stream.of(menu.offer()) : null)
        .flatMap(offer -> offer instanceof Offer.FromData data ? Stream.of(data.as()) : null);
  }

  private static Stream<Write> saved(Optional<Variable> save, FieldType type) {
    return save.stream().map(variable -> Write.of(variable, type));
  }

  private static Stream<Write> assigned(List<Assignment> assignments) {
    return assignments.stream().map(it -> Write.of(it.variable(), it.value()));
  }

  private static Stream<Write> menu(Question.Menu menu) {
    return switch (menu.offer()) {
      case Offer.Written _ -> options(menu.options(), menu.save());
      case Offer.FromData data -> {
        var element = menu.save().stream().map(it -> element(it, data));
        yield Stream.of(element, assigned(data.set()), options(data.more(), menu.save()))
            .flatMap(Function.identity());
      }
    };
  }

  private static Write element(Variable save, Offer.FromData data) {
    return data.value()
        .map(value -> Write.of(save, value))
        .orElseGet(() -> Write.of(save, FieldType.ANY));
  }

  private static Stream<Write> options(List<Option> options, Optional<Variable> save) {
    return options.stream()
        .flatMap(
            option ->
                Stream.concat(save.stream().map(it -> chosen(it, option)), assigned(option.set())));
  }

  private static Write chosen(Variable save, Option option) {
    return option
        .value()
        .map(value -> Write.of(save, value))
        .orElseGet(() -> Write.of(save, FieldType.TEXT));
  }

  private static Stream<Write> answer(Step.Http.Saving saving) {
    return switch (saving) {
      case Step.Http.Saving.Whole(var variable) -> Stream.of(Write.of(variable, FieldType.ANY));
      case Step.Http.Saving.Picked(var assignments) -> assigned(assignments);
    };
  }

  private static Stream<Write> given(Map<String, Text> with) {
    return with.entrySet().stream()
        .map(it -> Write.of(new Variable(Variable.Scope.VARS, it.getKey()), it.getValue()));
  }

  /** What the sub-flow comes back with, of each step it can end at. */
  private Stream<Write> back(Variable save, Step.Call call) {
    var returns =
        Optional.ofNullable(flows.get(call.flow().flow())).map(Flow::returns).orElse(Map.of());
    return returns.isEmpty()
        ? Stream.of(Write.of(save, FieldType.ANY))
        : returns.values().stream().map(value -> back(save, value));
  }

  private static Write back(Variable save, ValueTree value) {
    return switch (value) {
      case ValueTree.Leaf(var text) -> Write.of(save, text);
      case ValueTree.Branches _ -> Write.of(save, FieldType.MAP);
      case ValueTree.Items _ -> Write.of(save, FieldType.LIST);
    };
  }
}
