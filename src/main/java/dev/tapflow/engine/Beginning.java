package dev.tapflow.engine;

import dev.tapflow.flow.Offer;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.ReplyId;
import java.util.Optional;

/**
 * A message of a customer with no open conversation: a tap on an old option goes where it leads;
 * else a command, trigger words, the flow of the advertisement that led here, or the one that takes
 * any message.
 */
final class Beginning {

  private final Draft draft;
  private final Optional<Event.Referral> referral;

  Beginning(Draft draft, Optional<Event.Referral> referral) {
    this.draft = draft;
    this.referral = referral;
  }

  Optional<Target> with(Content content) {
    return switch (content) {
      case Content.Tap tap -> tapped(tap).or(this::anyMessage);
      case Content.Text(var words) -> wrote(words).or(this::anyMessage);
      case Content.FormAnswer form -> oldForm(form).or(this::anyMessage);
      case Content.Media _,
          Content.Location _,
          Content.Contacts _,
          Content.Order _,
          Content.Reaction _,
          Content.SystemNotice _,
          Content.Unsupported _ ->
          anyMessage();
    };
  }

  private Optional<Target> tapped(Content.Tap tap) {
    return switch (tap.id().flatMap(ReplyId::parse).orElse(null)) {
      case ReplyId.Option option -> oldOption(option, tap.title());
      case ReplyId.Page page -> oldList(page, tap.title());
      case ReplyId.Form _ -> Optional.empty();
      case ReplyId.TextButton _ -> textButton(tap.title());
      case null ->
          new CommandWords(draft.bot()).isTextButton(new Rendering(draft), tap.title())
              ? textButton(tap.title())
              : Optional.empty();
    };
  }

  private Optional<Target> oldOption(ReplyId.Option tapped, String title) {
    var at = draft.release().present(new StepRef(tapped.flow(), tapped.step()));
    if (!(draft.release().step(at).orElse(null) instanceof Question.ByOption question)
        || !mayOffer(question, tapped.option())) {
      return Optional.empty();
    }
    draft.begin(at, "tap", Wording.tapped(title) + " on an older message");
    // conditions look at the new conversation, whose variables are unset
    return MenuCard.of(draft, question)
        .tapped(tapped.option(), title)
        .map(row -> new Choosing(draft).option(question, row, row.id(), Wording.tapped(title)))
        .or(() -> Optional.of(new Target.To(at)));
  }

  private static boolean mayOffer(Question.ByOption question, String id) {
    var fromData = question instanceof Question.Menu menu && menu.offer() instanceof Offer.FromData;
    return fromData || question.options().stream().anyMatch(option -> option.id().equals(id));
  }

  private Optional<Target> oldList(ReplyId.Page tapped, String title) {
    var at = draft.release().present(new StepRef(tapped.flow(), tapped.step()));
    return draft.release().step(at).filter(Question.Menu.class::isInstance).isPresent()
        ? begin(new Target.To(at), "tap", Wording.tapped(title) + " on an older message")
        : Optional.empty();
  }

  private Optional<Target> oldForm(Content.FormAnswer answer) {
    var token = Forms.token(answer);
    var at = token.map(it -> draft.release().present(new StepRef(it.flow(), it.step())));
    if (at.flatMap(draft.release()::step).filter(Question.Form.class::isInstance).isEmpty()) {
      return Optional.empty();
    }
    draft.begin(at.get(), "form", "sent a form of an older message");
    return new Rerouting(draft).form(token.orElseThrow(), answer, "sent a form");
  }

  private Optional<Target> textButton(String title) {
    return new CommandWords(draft.bot())
        .textButton()
        .flatMap(jump -> begin(jump.target(), jump.exit(), Wording.tapped(title)));
  }

  private Optional<Target> wrote(String words) {
    return new CommandWords(draft.bot())
        .jump(words)
        .flatMap(jump -> begin(jump.target(), jump.exit(), Wording.said(words)))
        .or(
            () ->
                new Triggers(draft)
                    .words(words)
                    .flatMap(start -> begin(new Target.To(start), "trigger", "wrote " + words)));
  }

  private Optional<Target> anyMessage() {
    return referred().or(this::newConversation);
  }

  private Optional<Target> referred() {
    return referral
        .flatMap(from -> new Triggers(draft).referral(from.source()))
        .flatMap(
            start -> begin(new Target.To(start), "referral", "came from an advertisement or post"));
  }

  private Optional<Target> newConversation() {
    var start = new Triggers(draft).newConversation();
    if (start.isEmpty()) {
      draft.stayed("unanswered", "no conversation is open and no flow takes any message");
    }
    return start.flatMap(
        step -> begin(new Target.To(step), "new_conversation", "wrote with none open"));
  }

  private Optional<Target> begin(Target target, String exit, String reason) {
    return switch (target) {
      case Target.To(var step) -> {
        draft.begin(step, exit, reason);
        yield Optional.of(target);
      }
      case Target.End _ -> Optional.empty();
    };
  }
}
