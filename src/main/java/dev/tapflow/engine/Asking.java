package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Purpose;
import java.util.List;
import java.util.Optional;

/** Puts the question the conversation stands at, and waits for its answer. */
final class Asking {

  private final Draft draft;

  Asking(Draft draft) {
    this.draft = draft;
  }

  /** For the first time: wrong answers count from nothing. */
  void enter(Question question) {
    draft.change(it -> it.passing(it.at()));
    put(question, new Prompt(draft).of(question), 0);
  }

  /** Once more, with nothing held against the customer. */
  void again(Question question, int wrong) {
    put(question, new Prompt(draft).of(question), wrong);
  }

  /** Once more, with other words where they come out as any. */
  void again(Question question, Optional<Text> say, int wrong) {
    var words = say.flatMap(new Rendering(draft)::words);
    var prompt = new Prompt(draft);
    put(
        question,
        words.map(text -> prompt.of(question, text)).orElseGet(() -> prompt.of(question)),
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

  private void put(Question question, List<Outbound> messages, int wrong) {
    var token = draft.nextToken();
    var reached = true;
    for (var message : messages) {
      reached &= draft.send(message, Purpose.QUESTION, token);
    }
    var alarm = new Patience(draft, question.exits()).afterQuestion();
    draft.await(new Waiting.ForAnswer(token, token, alarm, wrong, !reached, 0));
  }
}
