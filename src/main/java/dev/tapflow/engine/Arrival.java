package dev.tapflow.engine;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * Who takes a customer's message first: an opt-out or opt-in command, always; the agent who has the
 * conversation or is asked for; then, where a question is pending, {@link Pending}; where no
 * conversation is open, {@link Beginning}.
 */
final class Arrival {

  private final Draft draft;

  Arrival(Draft draft) {
    this.draft = draft;
  }

  Optional<Target> take(Event.Message message) {
    return switch (message.content()) {
      case Content.Reaction _ -> noAnswer("reaction", "put an emoji on a message");
      case Content.SystemNotice _ -> noAnswer("system", "WhatsApp told news of the customer");
      case Content.Unsupported _ when neverOpened() ->
          noAnswer("unsupported", "sent what WhatsApp does not show, and the window is closed");
      case Content.Text _,
          Content.Tap _,
          Content.Media _,
          Content.Location _,
          Content.Contacts _,
          Content.Order _,
          Content.FormAnswer _,
          Content.Unsupported _ ->
          taken(message);
    };
  }

  /** A message that opens no window cannot bring back a customer who was asked back. */
  private boolean neverOpened() {
    return draft.customer().reopening() && !draft.customer().windowOpen(draft.now());
  }

  private Optional<Target> noAnswer(String exit, String reason) {
    draft.stayed(exit, reason);
    return Optional.empty();
  }

  private Optional<Target> taken(Event.Message message) {
    var content = message.content();
    var opting =
        content instanceof Content.Text(var body)
            ? new CommandWords(draft.bot()).optingOutOrIn(body)
            : Optional.<Map.Entry<String, Bot.Action>>empty();
    if (opting.isPresent()) {
      opt(opting.get().getKey(), opting.get().getValue(), content);
      return Optional.empty();
    }
    if (draft.customer().optedOut()) {
      return noAnswer("opted_out", "the customer has opted out");
    }
    return spoken(content, message.referral());
  }

  private Optional<Target> spoken(Content content, Optional<Event.Referral> referral) {
    return switch (draft.waiting()) {
      case Waiting.ForAnswer waiting -> {
        draft.hear(input(content), true);
        yield new Pending(draft, waiting).answer(content);
      }
      case Waiting.ForAgent waiting -> {
        draft.hear(input(content), false);
        yield new HandoverDesk(draft).customerWrote(waiting, content);
      }
      case Waiting.ForTime _, Waiting.ForHttp _ -> {
        draft.hear(input(content), true);
        yield new Interruptions(draft).by(content);
      }
      case Waiting.WithAgent _ -> {
        draft.hear(input(content), false);
        yield noAnswer("handover", "passed to the agent");
      }
      case Waiting.Over _ -> {
        draft.hear(input(content), true);
        yield new Beginning(draft, referral).with(content);
      }
    };
  }

  private static Input input(Content content) {
    var text =
        switch (content) {
          case Content.Text(var body) -> body.strip();
          case Content.Tap(_, var title) -> title;
          case Content.Media media -> media.caption().orElse(null);
          case Content.Location _,
              Content.Contacts _,
              Content.Order _,
              Content.FormAnswer _,
              Content.Reaction _,
              Content.SystemNotice _,
              Content.Unsupported _ ->
              null;
        };
    return new Input(text, null, null, content.inputKind(), null, null);
  }

  private void opt(String command, Bot.Action action, Content content) {
    draft.hear(input(content), false);
    switch (action) {
      case Bot.Action.OptOut(var say) when draft.customer().optedOut() ->
          draft.stayed("opted_out", "the customer had opted out before");
      case Bot.Action.OptOut(var say) -> optOut(command, say);
      case Bot.Action.OptIn(var say) -> {
        draft.changeCustomer(customer -> customer.optedOut(false));
        draft.stayed("command:" + command, "opted in");
        confirm(say);
      }
      case Bot.Action.GoTo _ -> {}
    }
  }

  private void optOut(String command, Optional<Text> say) {
    confirm(say);
    draft.changeCustomer(customer -> customer.optedOut(true));
    draft.changeAppointments(Collections.emptySortedMap());
    if (draft.waiting() instanceof Waiting.Over) {
      draft.stayed("command:" + command, "opted out");
      return;
    }
    if (draft.waiting() instanceof Waiting.ForAgent asked) {
      draft.want(new Effect.WithdrawRequest(asked.token(), asked.team()));
    }
    draft.moved("command:" + command, new Target.End(), "opted out");
    draft.end(Waiting.Ending.OPTED_OUT);
  }

  private void confirm(Optional<Text> say) {
    say.flatMap(new Rendering(draft)::words)
        .map(new Prompt(draft)::texts)
        .ifPresent(texts -> texts.forEach(text -> draft.send(text, Purpose.CONFIRMATION, 0)));
  }
}
