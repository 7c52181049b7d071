package dev.tapflow.engine;

import dev.tapflow.flow.Assignment;
import dev.tapflow.flow.ContactField;
import dev.tapflow.flow.FieldType;
import dev.tapflow.flow.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      case VARS -> draft.change(it -> it.withVars(changed(it.vars(), variable.name(), value)));
      case CONTACT -> {
        var fitted = fitted(variable, value);
        draft.changeCustomer(it -> it.withFields(changed(it.fields(), variable.name(), fitted)));
      }
    }
  }

  private @Nullable Object fitted(Variable variable, @Nullable Object value) {
    if (value == null) {
      return null;
    }
    var type =
        Optional.<ContactField>ofNullable(draft.bot().contactFields().get(variable.name()))
            .map(ContactField::type)
            .orElse(FieldType.ANY);
    var fitted = FieldValue.fit(type, value, new Rendering(draft).asText(value));
    if (fitted.isEmpty()) {
      draft.failed(variable.text(), "the value is not of the field's type " + type);
      return null;
    }
    return fitted.get();
  }

  private static Map<String, Object> changed(
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
