package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.ReplyId;
import java.util.Optional;

/**
 * A form that came back while the bot waits for an answer. It answers the pending question where
 * its token names that step and this conversation; any other goes by the question's {@code stale}.
 */
final class Forms {

  private static final String HOW = "sent a form";

  private final Draft draft;
  private final Waiting.ForAnswer waiting;
  private final Optional<Question> question;

  Forms(Draft draft, Waiting.ForAnswer waiting, Optional<Question> question) {
    this.draft = draft;
    this.waiting = waiting;
    this.question = question;
  }

  /** What the form was sent with; empty where it is none of ours. */
  static Optional<ReplyId.Form> token(Content.FormAnswer answer) {
    return answer
        .token()
        .flatMap(ReplyId::parse)
        .filter(ReplyId.Form.class::isInstance)
        .map(ReplyId.Form.class::cast);
  }

  Optional<Target> take(ReplyId.Form token, Content.FormAnswer answer) {
    var step = draft.release().present(new StepRef(token.flow(), token.step()));
    if (!step.equals(draft.current().at())) {
      return stale(token, answer);
    }
    if (token.conversation() != draft.current().ordinal()) {
      // taken where it leads it would answer the present question all the same
      return new NoAnswer(draft, waiting, question)
          .stale(Optional::empty, HOW + " of an older conversation");
    }
    return question
        .filter(Question.Form.class::isInstance)
        .map(form -> answered(form, answer))
        .or(() -> stale(token, answer));
  }

  private Target answered(Question form, Content.FormAnswer answer) {
    draft.change(it -> it.with(it.input().answering(answer.values())));
    return new Choosing(draft).value(form, answer.values(), "answer", HOW);
  }

  private Optional<Target> stale(ReplyId.Form token, Content.FormAnswer answer) {
    var how = HOW + " of an older message";
    return new NoAnswer(draft, waiting, question)
        .stale(() -> new Rerouting(draft).form(token, answer, how), how);
  }
}
