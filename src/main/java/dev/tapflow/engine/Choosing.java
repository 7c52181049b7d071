package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;

/** What follows when a question has its answer. */
final class Choosing {

  private final Draft draft;

  Choosing(Draft draft) {
    this.draft = draft;
  }

  /**
   * An option was chosen, of the menu the conversation stands at or of an older one.
   *
   * @param exit the option's id, or {@code stale}
   */
  Target option(Question.Menu menu, MenuCard.Row row, String exit, String how) {
    var option = row.option();
    var kept =
        option.value().isPresent() ? new Rendering(draft).value(option.value().get()) : option.id();
    draft.change(it -> it.with(it.input().choosing(option.id(), row.title(), kept)));
    menu.save().ifPresent(variable -> new Writing(draft).one(variable, kept));
    new Writing(draft).all(option.set());
    draft.moved(exit, option.goTo(), how);
    return option.goTo();
  }

  /** A value was given. */
  Target value(Question question, Object value, String how) {
    question.save().ifPresent(variable -> new Writing(draft).one(variable, value));
    draft.moved("answer", question.next(), how);
    return question.next();
  }
}
