package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import java.util.Optional;

/** Turns the pages of a long list; asking for more is no wrong answer. */
final class Pages {

  private final Draft draft;
  private final Waiting.ForAnswer waiting;

  Pages(Draft draft, Waiting.ForAnswer waiting) {
    this.draft = draft;
    this.waiting = waiting;
  }

  /** The one after that shown last; after the last comes the first. */
  Optional<Target> next(Question question, String how) {
    return turn(question, waiting.page() + 1, how);
  }

  Optional<Target> turn(Question question, int page, String how) {
    draft.stayed("page", how);
    return new Asking(draft).again(question, waiting.wrong(), page);
  }
}
