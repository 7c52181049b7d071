package dev.tapflow.engine;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.ReplyId;
import java.util.Optional;

/**
 * A tap while the bot waits for an answer. The pending question's own option answers it; any other
 * goes by the question's {@code stale}; the button under a plain text is a command. A tap is never
 * a wrong answer.
 */
final class Taps {

  private final Draft draft;
  private final Waiting.ForAnswer waiting;
  private final Optional<Question> question;

  Taps(Draft draft, Waiting.ForAnswer waiting, Optional<Question> question) {
    this.draft = draft;
    this.waiting = waiting;
    this.question = question;
  }

  Optional<Target> take(Content.Tap tap) {
    var id = tap.id().flatMap(ReplyId::parse);
    return switch (id.orElse(null)) {
      case ReplyId.Option option when isOfPendingQuestion(option) -> own(option.option(), tap);
      case ReplyId.Option option -> stale(option, tap);
      case ReplyId.TextButton _ -> textButton(tap);
      case ReplyId.Page _, ReplyId.Form _ -> askAgain(Wording.tapped(tap.title()));
      case null -> bare(tap);
    };
  }

  private boolean isOfPendingQuestion(ReplyId.Option option) {
    return draft.current().at().equals(new StepRef(option.flow(), option.step()));
  }

  private Optional<Target> own(String option, Content.Tap tap) {
    return choose(question, option, option, Wording.tapped(tap.title()))
        .or(() -> askAgain(Wording.tapped(tap.title()) + ", which is not offered now"));
  }

  private Optional<Target> stale(ReplyId.Option option, Content.Tap tap) {
    var rule = question.map(it -> it.exits().stale()).orElse(Exits.Stale.REROUTE);
    var reason = Wording.tapped(tap.title()) + " on an older message";
    return switch (rule) {
      case REROUTE -> reroute(option, reason).or(() -> askAgain(reason));
      case ASK_AGAIN -> askAgain(reason);
      case EXPIRED -> {
        draft.stayed("expired", reason);
        question.ifPresent(it -> new Asking(draft).waitOn(it, waiting));
        yield Optional.empty();
      }
    };
  }

  private Optional<Target> reroute(ReplyId.Option option, String reason) {
    var step = draft.release().step(new StepRef(option.flow(), option.step()));
    return choose(step, option.option(), "stale", reason);
  }

  private Optional<Target> choose(
      Optional<? extends Step> step, String option, String exit, String how) {
    return step.filter(Question.Menu.class::isInstance)
        .map(Question.Menu.class::cast)
        .flatMap(
            menu ->
                MenuCard.of(draft, menu)
                    .row(option)
                    .map(row -> new Choosing(draft).option(menu, row, exit, how)));
  }

  private Optional<Target> textButton(Content.Tap tap) {
    var jump = new CommandWords(draft.bot()).textButton();
    if (jump.isEmpty()) {
      return askAgain(Wording.tapped(tap.title()) + ", which leads nowhere");
    }
    draft.moved(jump.get().exit(), jump.get().target(), Wording.tapped(tap.title()));
    return Optional.of(jump.get().target());
  }

  /** No id of ours: an option's own id, or a title alone, as a desk or a template gives it. */
  private Optional<Target> bare(Content.Tap tap) {
    var how = Wording.tapped(tap.title());
    return tap.id()
        .flatMap(option -> choose(question, option, option, how))
        .or(() -> titled(tap.title(), how))
        .or(
            () ->
                isTextButton(tap.title())
                    ? textButton(tap)
                    : askAgain(how + ", which is no option of the question"));
  }

  private boolean isTextButton(String title) {
    return new CommandWords(draft.bot()).isTextButton(new Rendering(draft), title);
  }

  private Optional<Target> titled(String title, String how) {
    return question
        .filter(Question.Menu.class::isInstance)
        .map(Question.Menu.class::cast)
        .flatMap(
            menu ->
                new OptionMatch(MenuCard.of(draft, menu))
                    .titled(title)
                    .map(row -> new Choosing(draft).option(menu, row, row.id(), how)));
  }

  private Optional<Target> askAgain(String reason) {
    if (question.isEmpty()) {
      return new StartingOver(draft).elsewhere();
    }
    draft.stayed("again", reason);
    new Asking(draft).again(question.get(), waiting.wrong());
    return Optional.empty();
  }
}
