package dev.tapflow.engine;

import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.ReplyId;
import java.util.Optional;

/**
 * A message while the bot pauses or waits for a service: commands, trigger words and taps on older
 * messages are followed; anything else is kept, and no answer to anything.
 */
final class Interruptions {

  private final Draft draft;

  Interruptions(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> by(Content content) {
    var limits = new Limits(draft);
    if (limits.turnsUsedUp()) {
      return limits.reached(Trace.Limit.TURNS_PER_CONVERSATION);
    }
    var followed =
        switch (content) {
          case Content.Tap tap -> tapped(tap);
          case Content.Text(var words) -> command(words).or(() -> trigger(words));
          case Content.FormAnswer form -> form(form);
          case Content.Media _,
              Content.Location _,
              Content.Contacts _,
              Content.Order _,
              Content.Reaction _,
              Content.SystemNotice _,
              Content.Unsupported _ ->
              Optional.<Target>empty();
        };
    if (followed.isEmpty()) {
      draft.stayed("busy", "the bot is not waiting for an answer");
    }
    return followed;
  }

  private Optional<Target> tapped(Content.Tap tap) {
    var older = Wording.tapped(tap.title()) + " on an older message";
    return switch (tap.id().flatMap(ReplyId::parse).orElse(null)) {
      case ReplyId.Option option -> new Rerouting(draft).option(option, tap.title(), older);
      case ReplyId.Page page -> new Rerouting(draft).page(page, older);
      case ReplyId.TextButton _ -> textButton(tap.title());
      case ReplyId.Form _ -> Optional.empty();
      case null ->
          new CommandWords(draft.bot()).isTextButton(new Rendering(draft), tap.title())
              ? textButton(tap.title())
              : Optional.empty();
    };
  }

  private Optional<Target> textButton(String title) {
    return new CommandWords(draft.bot())
        .textButton()
        .map(jump -> go(jump.exit(), jump.target(), Wording.tapped(title)));
  }

  private Optional<Target> form(Content.FormAnswer form) {
    return Forms.token(form)
        .flatMap(
            token -> new Rerouting(draft).form(token, form, "sent a form of an older message"));
  }

  private Optional<Target> command(String words) {
    var flow = draft.release().flows().get(draft.current().at().flow());
    return Optional.ofNullable(flow).map(Flow::commandsOff).orElse(false)
        ? Optional.empty()
        : new CommandWords(draft.bot())
            .jump(words)
            .map(jump -> go(jump.exit(), jump.target(), Wording.said(words)));
  }

  private Optional<Target> trigger(String words) {
    return new Triggers(draft)
        .words(words)
        .map(start -> go("trigger", new Target.To(start), "wrote " + words));
  }

  private Target go(String exit, Target target, String reason) {
    draft.moved(exit, target, reason);
    new Leaving(draft).byCustomer(target);
    return target;
  }
}
