package dev.tapflow.engine;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import java.util.Optional;

/**
 * A message while the bot waits for an answer: a tap goes by its id, then a command, then the
 * question, then trigger words where the question would call it wrong, then the question's {@code
 * wrong}.
 */
final class Pending {

  private final Draft draft;
  private final Waiting.ForAnswer waiting;

  Pending(Draft draft, Waiting.ForAnswer waiting) {
    this.draft = draft;
    this.waiting = waiting;
  }

  /** The question the conversation stands at; empty where this release has none there. */
  static Optional<Question> question(Draft draft) {
    return draft
        .release()
        .step(draft.current().at())
        .filter(Question.class::isInstance)
        .map(Question.class::cast);
  }

  Optional<Target> answer(Content content) {
    var limits = new Limits(draft);
    if (limits.turnsUsedUp()) {
      return limits.reached(Trace.Limit.TURNS_PER_CONVERSATION);
    }
    var question = question(draft);
    if (content instanceof Content.Tap tap) {
      return new Taps(draft, waiting, question).take(tap);
    }
    if (content instanceof Content.FormAnswer form && Forms.token(form).isPresent()) {
      return new Forms(draft, waiting, question).take(Forms.token(form).get(), form);
    }
    if (content instanceof Content.Text(var words) && commandsOn(question)) {
      var jump = new CommandWords(draft.bot()).jump(words);
      if (jump.isPresent()) {
        return go(jump.get().exit(), jump.get().target(), Wording.said(words));
      }
    }
    return question.isPresent() ? ask(question.get(), content) : lost(content);
  }

  private boolean commandsOn(Optional<Question> question) {
    var flow = draft.release().flows().get(draft.current().at().flow());
    var offInFlow = Optional.ofNullable(flow).map(Flow::commandsOff).orElse(false);
    return !offInFlow && !question.map(Question::commandsOff).orElse(false);
  }

  private Optional<Target> ask(Question question, Content content) {
    return switch (new Answers(draft).read(question, content)) {
      case Reading.Chosen(var asked, var row, var how) ->
          Optional.of(new Choosing(draft).option(asked, row, row.id(), how));
      case Reading.Turned(var how) -> new Pages(draft, waiting).next(question, how);
      case Reading.Given(_, var how, var open) when open && waiting.unseen() ->
          askAgain(question, how + " before the question had arrived");
      case Reading.Given(var value, var how, _) ->
          Optional.of(new Choosing(draft).value(question, value, "answer", how));
      case Reading.Unfit(_, var why) when draft.cameBack() || waiting.unseen() ->
          askAgain(question, why + " when coming back");
      case Reading.Unfit unfit -> unfit(question, unfit, content);
    };
  }

  private Optional<Target> unfit(Question question, Reading.Unfit unfit, Content content) {
    var start = trigger(content);
    return start.isPresent()
        ? go("trigger", start.get(), "wrote " + draft.current().input().text())
        : new WrongAnswers(draft).one(question, waiting, unfit);
  }

  private Optional<Target> askAgain(Question question, String reason) {
    draft.stayed("again", reason);
    return new Asking(draft).again(question, waiting);
  }

  private Optional<Target> lost(Content content) {
    var start = trigger(content);
    return start.isPresent()
        ? go("trigger", start.get(), "wrote " + draft.current().input().text())
        : new StartingOver(draft).elsewhere();
  }

  private Optional<Target.To> trigger(Content content) {
    return content instanceof Content.Text(var words)
        ? new Triggers(draft).words(words).map(Target.To::new)
        : Optional.empty();
  }

  private Optional<Target> go(String exit, Target target, String reason) {
    draft.moved(exit, target, reason);
    new Leaving(draft).byCustomer(target);
    return Optional.of(target);
  }
}
