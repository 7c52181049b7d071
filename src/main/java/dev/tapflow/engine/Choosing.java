package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import org.jspecify.annotations.Nullable;

/** What follows when a question has its answer. */
final class Choosing {

  private final Draft draft;

  Choosing(Draft draft) {
    this.draft = draft;
  }

  /**
   * An option was chosen, of the question the conversation stands at or of an older one.
   *
   * @param exit the option's id, or {@code stale}
   */
  Target option(Question.ByOption question, MenuCard.Row row, String exit, String how) {
    var option = row.offered().option();
    var rendering = new Rendering(draft);
    var seen = row.offered().item().map(rendering::seeing).orElse(rendering);
    var kept = kept(row.offered(), seen);
    draft.change(it -> it.with(it.input().choosing(option.id(), row.title(), kept)));
    question.save().ifPresent(variable -> new Writing(draft).one(variable, kept));
    new Writing(draft).all(option.set(), seen);
    draft.moved(exit, option.goTo(), how);
    return option.goTo();
  }

  private static @Nullable Object kept(Offered offered, Rendering seen) {
    if (offered.option().value().isPresent()) {
      return seen.value(offered.option().value().get());
    }
    return offered.item().isPresent() ? offered.item().get().value() : offered.option().id();
  }

  /**
   * A value was given.
   *
   * @param exit {@code answer}, or {@code stale}
   */
  Target value(Question question, Object value, String exit, String how) {
    question.save().ifPresent(variable -> new Writing(draft).one(variable, value));
    draft.moved(exit, question.next(), how);
    return question.next();
  }
}
