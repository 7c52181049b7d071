package dev.tapflow.flow.yaml;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import java.util.HashMap;
import java.util.Map;

/** Reads where steps are now that were elsewhere: {@code moved: { old_step: new_step }}. */
final class MovedReader {

  static final Kind KIND = Kind.named(Naming.ADDRESS, Scalar.ADDRESS);

  private MovedReader() {}

  static Map<StepRef, StepRef> read(Yaml node, Page page) {
    var moved = new HashMap<StepRef, StepRef>();
    for (var entry : Entry.of(node, "\"old_step: new_step\" lines", page)) {
      var from = Names.address(entry.keyNode(), page);
      var to =
          Scalars.scalar(entry.value(), entry.key(), page).flatMap(it -> Names.address(it, page));
      to.ifPresent(it -> page.refer(Reference.Kind.STEP, it.text(), entry.value()));
      if (from.isPresent() && to.isPresent()) {
        moved.put(from.get(), to.get());
      }
    }
    return moved;
  }
}
