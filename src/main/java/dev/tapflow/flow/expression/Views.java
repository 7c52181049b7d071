package dev.tapflow.flow.expression;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Role;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The expressions of a folder, each source checked once for each view it is seen in. */
final class Views {

  private final Map<String, Flow> flows;
  private final Checker checker;
  private final Names names;
  private final Map<View, Map<String, Checked>> checked = new HashMap<>();

  Views(Collection<Flow> flows, Checker checker, Names names) {
    this.flows =
        flows.stream().collect(Collectors.toMap(Flow::name, Function.identity(), (one, _) -> one));
    this.checker = checker;
    this.names = names;
  }

  void check(Collection<Occurrence> occurrences) {
    var sources = new LinkedHashMap<View, Set<String>>();
    for (var occurrence : occurrences) {
      var view = of(occurrence);
      for (var seen : view.asked().isEmpty() ? Set.of(view) : Set.of(view, view.unasked())) {
        sources
            .computeIfAbsent(seen, _ -> new LinkedHashSet<>())
            .add(occurrence.expression().source());
      }
    }
    sources.forEach((view, of) -> checked.put(view, checker.check(of, names.seenIn(view))));
  }

  /** What was found of an expression that was checked here. */
  Optional<Checked> found(Occurrence occurrence) {
    return Optional.ofNullable(
        checked.getOrDefault(of(occurrence), Map.of()).get(occurrence.expression().source()));
  }

  /** By source; a source that is good in one view and not in another has a program. */
  Map<String, Program> programs() {
    var programs = new HashMap<String, Program>();
    checked.forEach(
        (view, found) -> {
          if (view.asked().isEmpty()) {
            found.forEach(
                (source, result) ->
                    result.program().ifPresent(program -> programs.put(source, program)));
          }
        });
    return Map.copyOf(programs);
  }

  private View of(Occurrence occurrence) {
    var view = View.of(occurrence, asked(occurrence));
    return view.equals(View.PLAIN)
        ? view
        : view.narrowed(checker.syntax(occurrence.expression().source()).roots());
  }

  private Optional<AnswerType> asked(Occurrence occurrence) {
    return Optional.of(occurrence)
        .filter(at -> at.role() == Role.CHECK_CONDITION)
        .map(at -> flows.get(at.flow()))
        .flatMap(flow -> flow.step(occurrence.step()))
        .flatMap(
            step -> step instanceof Question.Ask ask ? Optional.of(ask.type()) : Optional.empty());
  }
}
