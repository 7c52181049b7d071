package dev.tapflow.flow.expression;

import dev.cel.common.types.CelKind;
import dev.cel.common.types.CelType;
import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Occurrence;
import dev.tapflow.flow.Problem;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds values that are written to a contact field of another type. Literals are not its business:
 * they are read as the type of their field.
 */
final class ContactWrites {

  private final Bot bot;
  private final Views views;

  /** Where expressions stand, by flow, step and source; the first where there are several. */
  private final Map<List<String>, Occurrence> written = new HashMap<>();

  /** By source, where an expression of a {@code returns} stands in another flow. */
  private final Map<String, Occurrence> anywhere = new HashMap<>();

  private final List<Problem> problems = new ArrayList<>();
  private final SequencedSet<UnfitSave> saves = new LinkedHashSet<>();

  ContactWrites(Bot bot, Views views, Collection<Occurrence> occurrences) {
    this.bot = bot;
    this.views = views;
    for (var it : occurrences) {
      written.putIfAbsent(key(it.flow(), it.step(), it.expression()), it);
      anywhere.putIfAbsent(it.expression().source(), it);
    }
  }

  private static List<String> key(String flow, String step, Expression expression) {
    return List.of(flow, step, expression.source());
  }

  void check(Collection<Flow> flows) {
    var writes = new Writes(flows);
    for (var flow : flows) {
      flow.steps()
          .forEach(
              (name, step) ->
                  writes.of(step).forEach(it -> check(new StepRef(flow.name(), name), it)));
    }
  }

  /** Expressions, in the order of the steps. */
  List<Problem> problems() {
    return problems;
  }

  /** What answers give, in the order of the steps. */
  List<UnfitSave> saves() {
    return List.copyOf(saves);
  }

  private void check(StepRef at, Write write) {
    var variable = write.variable();
    var field = Optional.ofNullable(bot.contactFields().get(variable.name()));
    if (variable.scope() != Variable.Scope.CONTACT || field.isEmpty()) {
      return;
    }
    switch (write.value()) {
      case Write.Value.Typed(var type) ->
          misfit(variable, field.get().type(), Types.declared(type))
              .ifPresent(message -> saves.add(new UnfitSave(at, message)));
      case Write.Value.Written(var text) -> check(at, variable, field.get().type(), text);
    }
  }

  private void check(StepRef at, Variable variable, FieldType field, Text text) {
    var expression = text.asSingleExpression();
    if (expression.isEmpty()) {
      return;
    }
    var here = written.get(key(at.flow(), at.step(), expression.get()));
    var occurrence = here == null ? anywhere.get(expression.get().source()) : here;
    if (occurrence == null) {
      return;
    }
    views
        .found(occurrence)
        .filter(found -> found.program().isPresent())
        .flatMap(found -> misfit(variable, field, found.type()))
        .ifPresent(message -> add(at, here, message));
  }

  private void add(StepRef at, @Nullable Occurrence here, String message) {
    if (here == null) {
      saves.add(new UnfitSave(at, message));
    } else {
      problems.add(new Problem(here, 0, Flaw.TYPE, message));
    }
  }

  private static Optional<String> misfit(Variable variable, FieldType field, CelType type) {
    return fits(field, type)
        ? Optional.empty()
        : Optional.of(
            "%s is %s, but this is %s."
                .formatted(variable.text(), Types.aWord(Types.declared(field)), Types.aWord(type)));
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
