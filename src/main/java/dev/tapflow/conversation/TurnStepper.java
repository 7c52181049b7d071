package dev.tapflow.conversation;

import dev.tapflow.conversation.TransitionTable.Transition;
import dev.tapflow.conversation.TurnResult.Draft;
import dev.tapflow.engine.Effect;
import dev.tapflow.engine.Engine;
import dev.tapflow.engine.Session;
import dev.tapflow.engine.Turn;
import dev.tapflow.flow.Release;
import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.outbox.Outbox.Call;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Lets the engine take one contact's events, one after another, and gathers what comes of them. */
@Singleton
class TurnStepper {

  private static final Logger LOG = Logger.getLogger(TurnStepper.class);

  private final Engine engine = new Engine();
  private final Releases releases;
  private final BusinessClock clock;
  private final Window window;
  private final TurnMetrics metrics;
  private final FormTokens forms;

  TurnStepper(
      Releases releases,
      BusinessClock clock,
      WindowSettings settings,
      TurnMetrics metrics,
      FormTokens forms) {
    this.releases = releases;
    this.clock = clock;
    this.window = new Window(settings);
    this.metrics = metrics;
    this.forms = forms;
  }

  TurnResult step(
      ContactState contact, @Nullable StoredConversation latest, List<Inbound> happened) {
    var draft = new Draft(contact);
    var current = Optional.ofNullable(latest);
    for (Inbound event : happened) {
      current = stepOrSetAside(draft, current, event);
    }
    var silent = current.filter(stored -> Owner.of(stored.conversation().waiting()).silencesBot());
    return draft.finish(TextButtons.of(releaseFor(current)), silent.isPresent());
  }

  /** One poisoned event must not hold up the customer's others, nor other customers. */
  private Optional<StoredConversation> stepOrSetAside(
      Draft draft, Optional<StoredConversation> current, Inbound event) {
    try {
      return step(draft, current, event);
    } catch (RuntimeException e) {
      if (DatabaseFailure.kindOf(e) != DatabaseFailure.Kind.BUG) {
        throw e;
      }
      LOG.errorf(e, "Set aside an event of %s that the engine could not handle", event.contact());
      draft.setAside(new SetAside(event, String.valueOf(e)));
      return current;
    }
  }

  private Optional<StoredConversation> step(
      Draft draft, Optional<StoredConversation> current, Inbound event) {
    var now = clock.now();
    var contact = heard(draft.contact(), event, now);
    // what is started from outside begins a new conversation
    var release =
        event.event() instanceof Event.FlowStarted ? releases.newest() : releaseFor(current);
    var session =
        new Session(
            contact.customer(),
            current.map(StoredConversation::conversation),
            contact.appointments());
    var turn = engine.step(release, session, trusted(event), now);
    draft.contact(contact.with(turn.session().customer(), turn.session().appointments()));
    return gather(draft, current, release, turn, now);
  }

  /** A form's answer counts only with the token that it was sent with. */
  private Event trusted(Inbound event) {
    return event.event() instanceof Event.Message message
        ? new Event.Message(
            message.phone(),
            message.profileName(),
            message.repliesTo(),
            message.referral(),
            forms.checked(event.contact(), message.content()))
        : event.event();
  }

  private Optional<StoredConversation> gather(
      Draft draft, Optional<StoredConversation> before, Release release, Turn turn, Instant now) {
    var contact = draft.contact().key();
    var after =
        turn.session()
            .conversation()
            .map(conversation -> new StoredConversation(contact, release.id(), conversation));
    turn.superseded()
        .flatMap(ended -> before.map(it -> new StoredConversation(contact, it.release(), ended)))
        .ifPresent(draft::conversation);
    // an ended conversation that nothing happened to keeps the release it ran on
    var changed = after.filter(stored -> !isSame(before, stored));
    changed.ifPresent(draft::conversation);
    var ordinal = after.map(stored -> stored.conversation().ordinal()).orElse(0L);
    turn.trace()
        .forEach(
            trace -> {
              metrics.count(trace);
              Transition.of(contact, ordinal, release.id(), trace, now)
                  .ifPresent(draft::transition);
            });
    draft.turn(said(contact, turn));
    turn.effects().forEach(effect -> gather(draft, effect));
    return changed.or(() -> before);
  }

  private void gather(Draft draft, Effect effect) {
    switch (effect) {
      // said together with what else the turn says
      case Effect.Send _ -> {}
      // who is asked, and the note, are part of the conversation; its page shows them to the agent
      case Effect.AskForAgent asked ->
          LOG.infof("Team %s is asked for %s", asked.team(), draft.contact().key());
      case Effect.CallHttp(var token, var call) -> draft.call(new Call(token, call));
      // the labels are part of the contact; a desk that shows them reads them there
      case Effect.Tag _ -> {}
      case Effect.WithdrawRequest withdrawn ->
          LOG.infof("Team %s is no longer asked for %s", withdrawn.team(), draft.contact().key());
    }
  }

  private List<Outgoing> said(ContactKey contact, Turn turn) {
    return turn.effects().stream()
        .filter(Effect.Send.class::isInstance)
        .map(effect -> signed(contact, ((Effect.Send) effect).message()))
        .toList();
  }

  private Outgoing signed(ContactKey contact, Outgoing message) {
    return new Outgoing(
        forms.signed(contact, message.message()), message.purpose(), message.token());
  }

  private static boolean isSame(Optional<StoredConversation> before, StoredConversation after) {
    return before.map(StoredConversation::conversation).equals(Optional.of(after.conversation()));
  }

  /** What an event says of the contact itself, before the conversation hears of it. */
  private ContactState heard(ContactState contact, Inbound event, Instant now) {
    return switch (event.event()) {
      case Event.Message message -> {
        var sentAt = event.occurredAt().isAfter(now) ? now : event.occurredAt();
        var closesAt = window.after(contact.customer().windowClosesAt(), message.content(), sentAt);
        yield window.opens(message.content())
            ? contact.hearing(message, sentAt, closesAt)
            : contact;
      }
      // a customer who has written since has opened it again
      case Event.WindowClosed closed
          when closed.byChannel()
              && contact.lastInboundAt().filter(event.occurredAt()::isBefore).isEmpty() ->
          contact.closingWindow(now);
      case Event.WindowClosed closed -> contact;
      case Event.AgentActed acted -> contact;
      case Event.TimerFired timer -> contact;
      case Event.Undelivered undelivered -> contact;
      case Event.HttpAnswered answered -> contact;
      case Event.FlowStarted started -> contact;
      case Event.ContactChanged changed -> contact;
    };
  }

  private Release releaseFor(Optional<StoredConversation> current) {
    return current
        .filter(stored -> stored.conversation().isOpen())
        .map(stored -> releases.forOpen(stored.release(), stored.conversation().at()))
        .orElseGet(releases::newest);
  }
}
