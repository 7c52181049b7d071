package dev.tapflow.engine;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import java.util.Optional;

/** Counts answers that are none, and leaves the question when there were enough. */
final class WrongAnswers {

  private final Draft draft;

  WrongAnswers(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> one(Question question, Waiting.ForAnswer waiting, Reading.Unfit unfit) {
    var wrong = question.exits().wrong();
    var count = waiting.wrong() + 1;
    if (count >= wrong.tries()) {
      return leave(question, waiting, unfit);
    }
    draft.stayed("wrong", unfit.why());
    var say = unfit.say().or(() -> nth(wrong, count));
    return new Asking(draft).again(question, say, count, waiting.page());
  }

  /** The last text repeats when the list is shorter than the tries. */
  private static Optional<Text> nth(Exits.Wrong wrong, int count) {
    return wrong.say().isEmpty()
        ? Optional.empty()
        : Optional.of(wrong.say().get(Math.min(count, wrong.say().size()) - 1));
  }

  private Optional<Target> leave(
      Question question, Waiting.ForAnswer waiting, Reading.Unfit unfit) {
    var wrong = question.exits().wrong();
    var reason = "%s; %d answers did not fit".formatted(unfit.why(), wrong.tries());
    if (wrong.goTo().isPresent()) {
      draft.moved("wrong", wrong.goTo().get(), reason);
      return wrong.goTo();
    }
    draft.stayed("wrong", reason);
    var at = draft.current().at().text();
    return new HandoverDesk(draft).askFirstTeamThere(reason + " the question " + at)
        ? Optional.empty()
        : new Asking(draft).again(question, 0, waiting.page());
  }
}
