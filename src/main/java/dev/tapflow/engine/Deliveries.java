package dev.tapflow.engine;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.util.Optional;

/** What is done when a message of ours could not be sent, or will never arrive. */
final class Deliveries {

  /** A window open for longer than this was opened after the messages were dropped. */
  private static final Duration MORE_THAN_ANY_MARGIN = Duration.ofHours(1);

  private final Draft draft;

  Deliveries(Draft draft) {
    this.draft = draft;
  }

  /** Asks the customer back by the template, once until they write; the question waits. */
  Optional<Target> windowClosed(Event.WindowClosed closed) {
    if (hasWrittenSince()) {
      draft.stayed("window_closed", "the customer has written since");
      return Optional.empty();
    }
    if (closed.dropped().contains(Purpose.QUESTION)) {
      questionNotSeen();
    }
    askBack();
    return Optional.empty();
  }

  private boolean hasWrittenSince() {
    return draft.customer().windowOpen(draft.now().plus(MORE_THAN_ANY_MARGIN));
  }

  private void questionNotSeen() {
    if (draft.waiting() instanceof Waiting.ForAnswer answer) {
      draft.await(answer.seen(false));
    }
  }

  private void askBack() {
    if (draft.customer().reopening()) {
      draft.stayed("window_closed", "the customer has been asked back already");
      return;
    }
    if (isSilent()) {
      draft.stayed("window_closed", "the bot is silent: an agent has the conversation");
      return;
    }
    var template = new Templates(draft).reopening();
    var sent = template.filter(it -> draft.send(it, Purpose.REOPENING, 0)).isPresent();
    draft.changeCustomer(customer -> customer.reopening(true));
    draft.stayed(
        "window_closed",
        sent
            ? "the window is closed; the customer was asked back by a template"
            : "the window is closed and no template asks back");
  }

  private boolean isSilent() {
    return switch (draft.waiting()) {
      case Waiting.ForAgent _, Waiting.WithAgent _ -> true;
      case Waiting.ForAnswer _, Waiting.ForTime _, Waiting.ForHttp _, Waiting.Over _ -> false;
    };
  }

  /** Only the pending question has an exit for it. */
  Optional<Target> undelivered(Event.Undelivered undelivered) {
    if (undelivered.purpose() == Purpose.QUESTION
        && draft.waiting() instanceof Waiting.ForAnswer answer
        && answer.question() == undelivered.token()) {
      return questionUndelivered(answer, undelivered.why());
    }
    draft.stayed("undelivered", "a message did not arrive: " + undelivered.why());
    return Optional.empty();
  }

  private Optional<Target> questionUndelivered(Waiting.ForAnswer answer, String why) {
    draft.await(answer.seen(false));
    var reason = "the question did not arrive: " + why;
    return switch (rule()) {
      case Exits.Undelivered.GoTo(var target) -> {
        draft.moved("undelivered", target, reason);
        yield Optional.of(target);
      }
      case Exits.Undelivered.Hold _ -> {
        draft.stayed("undelivered", reason);
        yield Optional.empty();
      }
    };
  }

  private Exits.Undelivered rule() {
    return Pending.question(draft)
        .map(Question::exits)
        .map(Exits::undelivered)
        .orElseGet(Exits.Undelivered.Hold::new);
  }
}
