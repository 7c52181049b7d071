package dev.tapflow.engine;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes variables and contact fields. */
final class Writing {

  private final Draft draft;

  Writing(Draft draft) {
    this.draft = draft;
  }

  /** In order: each line sees those before it. */
  void all(List<Assignment> assignments) {
    all(assignments, new Rendering(draft));
  }

  /** With what a rendering sees beside the conversation. */
  void all(List<Assignment> assignments, Rendering rendering) {
    for (var assignment : assignments) {
      one(assignment.variable(), rendering.value(assignment.value()));
    }
  }

  /** Null unsets. */
  void one(Variable variable, @Nullable Object value) {
    switch (variable.scope()) {
      case VARS -> {
        var fitted = new ValueSize(draft).fitted(value);
        draft.change(it -> it.withVars(changed(it.vars(), variable.name(), fitted)));
      }
      case CONTACT -> new ContactWriting(draft).field(variable.name(), value);
    }
  }

  /** Variables that a flow begins with; an unset one is missing. */
  Map<String, Object> values(Map<String, Text> written) {
    var values = new HashMap<String, @Nullable Object>();
    written.forEach((name, text) -> values.put(name, new Rendering(draft).value(text)));
    return fitted(values);
  }

  Map<String, Object> fitted(Map<String, ? extends @Nullable Object> given) {
    var values = new HashMap<String, Object>();
    given.forEach(
        (name, value) -> {
          var fitted = new ValueSize(draft).fitted(value);
          if (fitted != null) {
            values.put(name, fitted);
          }
        });
    return values;
  }

  static Map<String, Object> changed(
      Map<String, Object> values, String name, @Nullable Object value) {
    var changed = new HashMap<>(values);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }
}
