package dev.tapflow.flow.lint.length;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What sets the variables of a folder, over all flows. */
final class Sources {

  private final Map<String, List<Source>> byName = new HashMap<>();

  private Sources() {}

  static Map<String, List<Source>> of(Collection<Flow> flows) {
    var sources = new Sources();
    flows.forEach(flow -> flow.steps().values().forEach(sources::collect));
    return sources.byName;
  }

  private void collect(Step step) {
    switch (step) {
      case Question.Ask ask -> saves(ask.save(), answer(ask));
      case Question.Menu menu -> menu(menu);
      case Question.AskByTemplate template -> options(template.options(), template.save());
      case Question.Form form -> saves(form.save(), Source.open());
      case Question.Shop shop -> saves(shop.save(), Source.open());
      case Step.Set set -> set.assignments().forEach(this::assigned);
      case Step.Http http -> http.save().ifPresent(this::answer);
      case Step.Call call -> {
        given(call.with());
        saves(call.save(), Source.open());
      }
      case Step.Later later -> given(later.with());
      case Step.Say _,
          Step.Link _,
          Step.Branch _,
          Step.Split _,
          Step.Goto _,
          Step.SendTemplate _,
          Step.Tag _,
          Step.Wait _,
          Step.CancelLater _,
          Step.Handover _ -> {}
    }
  }

  /** A pattern that says how long an answer can be says it better than its type. */
  private static Source answer(Question.Ask ask) {
    var typed = Source.ofAnswer(ask.type());
    return ask.checks().stream()
        .flatMap(
            it ->
                it instanceof Check.Matches(var pattern, var _)
                    ? PatternLength.of(pattern).stream()
                    : Stream.<Integer>empty())
        .min(Integer::compare)
        .<Source>map(it -> new Source.Known(new Term(Length.exactly(it), typed.isNumber())))
        .orElseGet(() -> new Source.Known(typed));
  }

  private void answer(Step.Http.Saving saving) {
    switch (saving) {
      case Step.Http.Saving.Whole(var variable) -> saves(Optional.of(variable), Source.open());
      case Step.Http.Saving.Picked(var assignments) -> assignments.forEach(this::assigned);
    }
  }

  private void menu(Question.Menu menu) {
    options(menu.options(), menu.save());
    if (menu.offer() instanceof Offer.FromData data) {
      saves(menu.save(), data.value().<Source>map(Source.Computed::new).orElse(Source.open()));
      data.set().forEach(this::assigned);
    }
  }

  private void options(List<Option> options, Optional<Variable> save) {
    for (var option : options) {
      saves(save, new Source.Computed(option.value().orElse(Text.literal(option.id()))));
      option.set().forEach(this::assigned);
    }
  }

  private void assigned(Assignment assignment) {
    saves(Optional.of(assignment.variable()), new Source.Computed(assignment.value()));
  }

  private void given(Map<String, Text> values) {
    values.forEach((name, value) -> sets(name, new Source.Computed(value)));
  }

  private void saves(Optional<Variable> variable, Source source) {
    variable
        .filter(it -> it.scope() == Variable.Scope.VARS)
        .ifPresent(it -> sets(it.name(), source));
  }

  private void sets(String name, Source source) {
    byName.computeIfAbsent(name, it -> new ArrayList<>()).add(source);
  }
}
