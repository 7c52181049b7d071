package dev.tapflow.flow.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Role;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds values that are written to a contact field of another type. */
final class ContactWrites {

  private final Bot bot;
  private final Map<String, Checked> checked;

  ContactWrites(Bot bot, Map<String, Checked> checked) {
    this.bot = bot;
    this.checked = checked;
  }

  List<Problem> problems(Collection<Flow> flows, Collection<Occurrence> occurrences) {
    var known = new HashSet<>(occurrences);
    var problems = new ArrayList<Problem>();
    for (var flow : flows) {
      flow.steps()
          .forEach((name, step) -> problems.addAll(problems(flow.name(), name, step, known)));
    }
    return problems;
  }

  private List<Problem> problems(String flow, String name, Step step, Set<Occurrence> known) {
    return assignments(step)
        .filter(assignment -> assignment.variable().scope() == Variable.Scope.CONTACT)
        .flatMap(assignment -> problem(flow, name, assignment).stream())
        .filter(problem -> known.contains(problem.occurrence()))
        .toList();
  }

  private static Stream<Assignment> assignments(Step step) {
    return switch (step) {
      case Step.Set set -> set.assignments().stream();
      case Question.Menu menu -> menu.options().stream().flatMap(option -> option.set().stream());
      case Question.Ask _,
          Step.Say _,
          Step.Branch _,
          Step.Goto _,
          Step.SendTemplate _,
          Step.Link _,
          Step.Split _,
          Step.Call _,
          Step.Http _,
          Step.Wait _,
          Step.Later _,
          Step.CancelLater _,
          Step.Tag _,
          Question.Form _,
          Question.Shop _,
          Question.AskByTemplate _,
          Step.Handover _ ->
          Stream.empty();
    };
  }

  private Optional<Problem> problem(String flow, String step, Assignment assignment) {
    var variable = assignment.variable();
    var field = bot.contactFields().get(variable.name());
    var expression = assignment.value().asSingleExpression();
    if (field == null || expression.isEmpty()) {
      return Optional.empty();
    }
    return misfit(variable, field.type(), expression.get())
        .map(
            message ->
                new Problem(
                    new Occurrence(expression.get(), Role.INSERTION, flow, step),
                    0,
                    Flaw.TYPE,
                    message));
  }

  private Optional<String> misfit(Variable variable, FieldType field, Expression expression) {
    var found = checked.get(expression.source());
    if (found == null || found.program().isEmpty() || fits(field, found.type())) {
      return Optional.empty();
    }
    return Optional.of(
        "%s is %s, but this is %s."
            .formatted(
                variable.text(), Types.aWord(Types.declared(field)), Types.aWord(found.type())));
  }

  /** Every value can be written as a text, and an integer as a number. */
  private static boolean fits(FieldType field, CelType type) {
    var value = Types.field(type);
    return field == FieldType.ANY
        || field == FieldType.TEXT
        || value == FieldType.ANY
        || type.kind() == CelKind.NULL_TYPE
        || value == field
        || (field == FieldType.NUMBER && value == FieldType.INTEGER);
  }
}
