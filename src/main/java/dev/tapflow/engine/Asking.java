package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Purpose;
import java.util.Optional;

/**
 * Puts the question the conversation stands at, and waits for its answer. Where there is nothing to
 * choose from it gives the target that the conversation goes on to instead.
 */
final class Asking {

  private final Draft draft;

  Asking(Draft draft) {
    this.draft = draft;
  }

  /** For the first time: wrong answers count from nothing. */
  Optional<Target> enter(Question question) {
    draft.change(it -> it.passing(it.at()));
    return put(question, new Prompt(draft).of(question, 0), 0);
  }

  /** Once more, with nothing held against the customer. */
  Optional<Target> again(Question question, Waiting.ForAnswer waiting) {
    return again(question, waiting.wrong(), waiting.page());
  }

  /** Once more, at a page of its list. */
  Optional<Target> again(Question question, int wrong, int page) {
    return put(question, new Prompt(draft).of(question, page), wrong);
  }

  /** Once more, with other words where they come out as any. */
  Optional<Target> again(Question question, Optional<Text> say, int wrong, int page) {
    var words = say.flatMap(new Rendering(draft)::words);
    var prompt = new Prompt(draft);
    return put(
        question,
        words
            .map(text -> prompt.of(question, text, page))
            .orElseGet(() -> prompt.of(question, page)),
        wrong);
  }

  /** Nothing is sent: the customer spoke without answering, so the silence counts from here. */
  void waitOn(Question question, Waiting.ForAnswer waiting) {
    var token = draft.nextToken();
    var alarm = new Patience(draft, question.exits()).afterQuestion();
    draft.await(
        new Waiting.ForAnswer(
            token, waiting.question(), alarm, waiting.wrong(), waiting.unseen(), waiting.page()));
  }

  private Optional<Target> put(Question question, Asked asked, int wrong) {
    if (asked.instead().isPresent()) {
      draft.moved("empty", asked.instead().get(), "there is nothing to choose from");
      return asked.instead();
    }
    var token = draft.nextToken();
    var reached = !asked.messages().isEmpty();
    for (var message : asked.messages()) {
      reached &= draft.send(message, Purpose.QUESTION, token);
    }
    var alarm = new Patience(draft, question.exits()).afterQuestion();
    draft.await(new Waiting.ForAnswer(token, token, alarm, wrong, !reached, asked.page()));
    return Optional.empty();
  }
}
