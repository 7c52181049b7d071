package dev.tapflow.engine;

import dev.tapflow.flow.Text;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The labels of the contact. */
final class Labels {

  /** Labels of one contact; a flow that makes them up must not fill the contact. */
  private static final int MOST = 100;

  private static final int LONGEST = 60;

  private final Draft draft;

  Labels(Draft draft) {
    this.draft = draft;
  }

  void change(List<Text> add, List<Text> remove) {
    var rendering = new Rendering(draft);
    var changed = new TreeSet<>(draft.customer().tags());
    changed.removeAll(remove.stream().flatMap(it -> labels(rendering.value(it))).toList());
    changed.addAll(add.stream().flatMap(it -> labels(rendering.value(it))).toList());
    put(changed);
  }

  /** As {@code set} or the world outside has it: a list, one label, or none. */
  void set(@Nullable Object value) {
    put(labels(value).toList());
  }

  private Stream<String> labels(@Nullable Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case List<?> list -> list.stream().flatMap(this::labels);
      default ->
          Stream.of(new Rendering(draft).asText(value).strip())
              .filter(label -> !label.isEmpty())
              .map(label -> new ValueSize(draft).fitted(label, LONGEST));
    };
  }

  private void put(Collection<String> labels) {
    var before = draft.customer().tags();
    var after = new TreeSet<>(labels.stream().distinct().limit(MOST).toList());
    if (labels.size() > after.size()) {
      draft.reached(Trace.Limit.VALUE_SIZE);
    }
    var added = new ArrayList<>(after);
    added.removeAll(before);
    var removed = new ArrayList<>(before);
    removed.removeAll(after);
    if (!added.isEmpty() || !removed.isEmpty()) {
      draft.changeCustomer(customer -> customer.tagged(after));
      draft.want(new Effect.Tag(added, removed));
    }
  }
}
