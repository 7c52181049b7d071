package dev.tapflow.engine;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A tap or form that is no answer to the pending question. It is never held against the customer.
 */
final class NoAnswer {

  private final Draft draft;
  private final Waiting.ForAnswer waiting;
  private final Optional<Question> question;

  NoAnswer(Draft draft, Waiting.ForAnswer waiting, Optional<Question> question) {
    this.draft = draft;
    this.waiting = waiting;
    this.question = question;
  }

  /**
   * It belongs to an older message: as the question's {@code stale} says.
   *
   * @param leading where it leads, if anywhere
   */
  Optional<Target> stale(Supplier<Optional<Target>> leading, String reason) {
    return switch (question.map(it -> it.exits().stale()).orElse(Exits.Stale.REROUTE)) {
      case REROUTE -> leading.get().or(() -> askAgain(reason));
      case ASK_AGAIN -> askAgain(reason);
      case EXPIRED -> {
        draft.stayed("expired", reason);
        question.ifPresent(it -> new Asking(draft).waitOn(it, waiting));
        yield Optional.empty();
      }
    };
  }

  /** The question is put again; where this release has none here, the conversation starts over. */
  Optional<Target> askAgain(String reason) {
    if (question.isEmpty()) {
      return new StartingOver(draft).elsewhere();
    }
    draft.stayed("again", reason);
    return new Asking(draft).again(question.get(), waiting);
  }
}
