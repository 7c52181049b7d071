package dev.tapflow.engine;

import dev.tapflow.flow.Question;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.ReplyId;
import java.util.Optional;

/**
 * A tap while the bot waits for an answer. The pending question's own option answers it, its own
 * row for more shows another page; any other goes by the question's {@code stale}; the button under
 * a plain text is a command. A tap is never a wrong answer.
 */
final class Taps {

  private final Draft draft;
  private final Waiting.ForAnswer waiting;
  private final Optional<Question> question;
  private final NoAnswer noAnswer;

  Taps(Draft draft, Waiting.ForAnswer waiting, Optional<Question> question) {
    this.draft = draft;
    this.waiting = waiting;
    this.question = question;
    this.noAnswer = new NoAnswer(draft, waiting, question);
  }

  Optional<Target> take(Content.Tap tap) {
    var how = Wording.tapped(tap.title());
    var older = how + " on an older message";
    return switch (tap.id().flatMap(ReplyId::parse).orElse(null)) {
      case ReplyId.Option option when isPending(option.flow(), option.step()) -> own(option, tap);
      case ReplyId.Option option ->
          noAnswer.stale(() -> new Rerouting(draft).option(option, tap.title(), older), older);
      case ReplyId.Page page when isPending(page.flow(), page.step()) -> turn(page.page(), how);
      case ReplyId.Page page -> noAnswer.stale(() -> new Rerouting(draft).page(page, older), older);
      case ReplyId.TextButton _ -> textButton(tap);
      case ReplyId.Form _ -> noAnswer.askAgain(how);
      case null -> bare(tap, how);
    };
  }

  private boolean isPending(String flow, String step) {
    return draft.release().present(new StepRef(flow, step)).equals(draft.current().at());
  }

  private Optional<Target> own(ReplyId.Option option, Content.Tap tap) {
    var how = Wording.tapped(tap.title());
    return choose(option.option(), tap.title(), how)
        .or(() -> noAnswer.askAgain(how + ", which is not offered now"));
  }

  private Optional<Question.ByOption> byOption() {
    return question.filter(Question.ByOption.class::isInstance).map(Question.ByOption.class::cast);
  }

  private Optional<Target> choose(String option, String title, String how) {
    return byOption()
        .flatMap(
            asked ->
                MenuCard.of(draft, asked)
                    .tapped(option, title)
                    .map(row -> new Choosing(draft).option(asked, row, row.id(), how)));
  }

  private Optional<Target> turn(int page, String how) {
    return question.isEmpty()
        ? noAnswer.askAgain(how)
        : new Pages(draft, waiting).turn(question.get(), page, how);
  }

  private Optional<Target> textButton(Content.Tap tap) {
    var jump = new CommandWords(draft.bot()).textButton();
    if (jump.isEmpty()) {
      return noAnswer.askAgain(Wording.tapped(tap.title()) + ", which leads nowhere");
    }
    draft.moved(jump.get().exit(), jump.get().target(), Wording.tapped(tap.title()));
    new Leaving(draft).byCustomer(jump.get().target());
    return Optional.of(jump.get().target());
  }

  /** No id of ours: an option's own id, or a title alone, as a desk or a template gives it. */
  private Optional<Target> bare(Content.Tap tap, String how) {
    var chosen = tap.id().flatMap(option -> choose(option, tap.title(), how));
    if (chosen.isPresent()) {
      return chosen;
    }
    var named =
        byOption().flatMap(asked -> new OptionMatch(MenuCard.of(draft, asked)).titled(tap.title()));
    if (named.isPresent()) {
      return named(byOption().orElseThrow(), named.get(), how);
    }
    return isTextButton(tap.title())
        ? textButton(tap)
        : noAnswer.askAgain(how + ", which is no option of the question");
  }

  private Optional<Target> named(Question.ByOption asked, Named named, String how) {
    return switch (named) {
      case Named.Choice(var row) ->
          Optional.of(new Choosing(draft).option(asked, row, row.id(), how));
      case Named.NextPage _ -> new Pages(draft, waiting).next(asked, how);
    };
  }

  private boolean isTextButton(String title) {
    return new CommandWords(draft.bot()).isTextButton(new Rendering(draft), title);
  }
}
