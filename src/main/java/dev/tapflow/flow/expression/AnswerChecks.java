package dev.tapflow.flow.expression;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Role;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Conditions of a {@code check} once more, with {@code input.value} of the type that is asked for:
 * elsewhere it can be anything.
 */
final class AnswerChecks {

  private final Map<String, Flow> flows;
  private final Checker checker;
  private final Names names;

  AnswerChecks(Collection<Flow> flows, Checker checker, Names names) {
    this.flows =
        flows.stream().collect(Collectors.toMap(Flow::name, flow -> flow, (one, _) -> one));
    this.checker = checker;
    this.names = names;
  }

  Map<Occurrence, Checked> check(Collection<Occurrence> occurrences) {
    var byType = new EnumMap<AnswerType, Set<Occurrence>>(AnswerType.class);
    for (var occurrence : occurrences) {
      asked(occurrence)
          .ifPresent(
              type -> byType.computeIfAbsent(type, unused -> new HashSet<>()).add(occurrence));
    }
    var found = new HashMap<Occurrence, Checked>();
    byType.forEach((type, of) -> found.putAll(check(type, of)));
    return found;
  }

  private Map<Occurrence, Checked> check(AnswerType type, Set<Occurrence> occurrences) {
    var sources = new HashSet<String>();
    occurrences.forEach(occurrence -> sources.add(occurrence.expression().source()));
    var checked = checker.check(sources, names.with("input.value", VariableTypes.typeOf(type)));
    var found = new HashMap<Occurrence, Checked>();
    for (var occurrence : occurrences) {
      var result = checked.get(occurrence.expression().source());
      if (result != null) {
        found.put(occurrence, result);
      }
    }
    return found;
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
