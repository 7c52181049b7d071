package dev.tapflow.rehearsal;

import dev.tapflow.engine.Effect;
import dev.tapflow.engine.Engine;
import dev.tapflow.engine.Session;
import dev.tapflow.engine.Trace;
import dev.tapflow.flow.Release;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.ReplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The world of one case: a customer's phone, the clock, the services, and the bot between them. The
 * clock stands still unless it is moved; on its way everything that is due happens at its own time.
 */
final class Stage {

  /** The customer's 24 hours (source: WhatsApp "Send messages", customer service windows). */
  private static final Duration WINDOW = Duration.ofHours(24);

  /** A case that needs more is a circle. */
  private static final int MOST_EVENTS = 5_000;

  private final Engine engine = new Engine();
  private final Release release;
  private final Services services;
  private final ArrayDeque<Event> waiting = new ArrayDeque<>();
  private final List<Due> answers = new ArrayList<>();
  private final List<ChatLine> chat = new ArrayList<>();
  private final List<Outgoing> sent = new ArrayList<>();
  private final List<Trace> trace = new ArrayList<>();
  private final List<ReplyId.Option> tapped = new ArrayList<>();
  private final List<Effect.AskForAgent> requests = new ArrayList<>();
  private Session session;
  private Instant now;
  private int heard;
  private int events;
  private Optional<String> trouble = Optional.empty();
  private Optional<HttpCall> unanswered = Optional.empty();

  Stage(Release release, Session session, Services services, Instant now) {
    this.release = release;
    this.session = session;
    this.services = services;
    this.now = now;
  }

  // ---------------------------------------------------------------- what happens

  void customerSends(Content content, Optional<Event.Referral> referral) {
    if (opensWindow(content)) {
      openWindow();
    }
    if (content instanceof Content.Tap(var id, _)
        && id.flatMap(ReplyId::parse).orElse(null) instanceof ReplyId.Option option) {
      tapped.add(option);
    }
    happens(
        new Event.Message(Optional.empty(), Optional.empty(), Optional.empty(), referral, content));
  }

  /**
   * The bot speaks first. To whom it speaks has written before, unless the case tells when they did
   * last: a case that begins so is about the flow and not about the window.
   */
  void starts(Event.FlowStarted start) {
    if (session.customer().windowClosesAt().isEmpty()) {
      openWindow();
    }
    happens(start);
  }

  /** Anything else; and what follows from it at once. */
  void happens(Event event) {
    waiting.add(event);
    settle();
  }

  void advance(Duration by) {
    until(now.plus(by));
  }

  /** Back as well: then nothing is due on the way. */
  void until(Instant moment) {
    for (var due = nextDue(moment); due.isPresent() && calm(); due = nextDue(moment)) {
      fire(due.get());
    }
    now = moment;
    settle();
  }

  // ---------------------------------------------------------------- how it is now

  Release release() {
    return release;
  }

  Session session() {
    return session;
  }

  Instant now() {
    return now;
  }

  List<ChatLine> chat() {
    return chat;
  }

  List<Trace> trace() {
    return trace;
  }

  /** The options that were tapped, old ones too. */
  List<ReplyId.Option> tapped() {
    return tapped;
  }

  List<HttpCall> calls() {
    return services.calls();
  }

  /** The team that was asked for last. */
  Optional<Effect.AskForAgent> lastRequest() {
    return requests.isEmpty() ? Optional.empty() : Optional.of(requests.getLast());
  }

  /** Why the case cannot go on: a call that nothing answers, a circle. */
  Optional<String> trouble() {
    return trouble;
  }

  /** The call that nothing answers. */
  Optional<HttpCall> unanswered() {
    return unanswered;
  }

  /** Every message that reached the customer, the newest last. */
  List<Outgoing> sent() {
    return sent;
  }

  /** What has been said since this was asked for last. */
  List<Outbound> unheard() {
    return sent.subList(heard, sent.size()).stream().map(Outgoing::message).toList();
  }

  void hear() {
    heard = sent.size();
  }

  void note(ChatLine.Who who, String text) {
    chat.add(new ChatLine(who, text));
  }

  // ---------------------------------------------------------------- inside

  private void openWindow() {
    var customer = session.customer().windowClosing(Optional.of(now.plus(WINDOW)));
    session = new Session(customer, session.conversation(), session.appointments());
  }

  private static boolean opensWindow(Content content) {
    return switch (content) {
      case Content.Text _,
          Content.Tap _,
          Content.Media _,
          Content.Location _,
          Content.Contacts _,
          Content.Order _,
          Content.FormAnswer _ ->
          true;
      case Content.Reaction _, Content.SystemNotice _, Content.Unsupported _ -> false;
    };
  }

  /** Takes what is there, and what is due by now, until nothing is left. */
  private void settle() {
    while (calm() && !waiting.isEmpty()) {
      take(waiting.remove());
    }
    for (var due = nextDue(now); due.isPresent() && calm(); due = nextDue(now)) {
      fire(due.get());
    }
  }

  private void fire(Due due) {
    now = due.at().isAfter(now) ? due.at() : now;
    answers.remove(due);
    waiting.add(due.event());
    while (calm() && !waiting.isEmpty()) {
      take(waiting.remove());
    }
  }

  private Optional<Due> nextDue(Instant until) {
    return Due.next(session, answers, until);
  }

  private boolean calm() {
    return trouble.isEmpty();
  }

  private void take(Event event) {
    if (++events > MOST_EVENTS) {
      trouble = Optional.of("the conversation does not come to rest: it goes in a circle");
      return;
    }
    var turn = engine.step(release, session, event, now);
    session = turn.session();
    trace.addAll(turn.trace());
    var messages = new ArrayList<Outgoing>();
    turn.effects().forEach(effect -> gather(effect, messages));
    deliver(WindowGate.of(messages, session.customer().windowClosesAt(), now));
  }

  private void gather(Effect effect, List<Outgoing> messages) {
    switch (effect) {
      case Effect.Send(var message) -> messages.add(message);
      case Effect.CallHttp(long token, var call) -> call(token, call);
      case Effect.AskForAgent request -> {
        requests.add(request);
        note(ChatLine.Who.WORLD, "team %s is asked for".formatted(request.team()));
      }
      case Effect.WithdrawRequest withdrawn ->
          note(ChatLine.Who.WORLD, "team %s is no longer asked".formatted(withdrawn.team()));
      case Effect.Tag _ -> {}
    }
  }

  private void deliver(WindowGate gate) {
    for (var message : gate.sent()) {
      sent.add(message);
      note(ChatLine.Who.BOT, Shown.of(message.message()));
    }
    if (!gate.dropped().isEmpty()) {
      note(ChatLine.Who.WORLD, "the window is closed: what the bot says does not arrive");
      waiting.add(new Event.WindowClosed(gate.dropped(), false));
    }
  }

  private void call(long token, HttpCall call) {
    var called = call.method() + " " + call.url();
    note(ChatLine.Who.WORLD, "calls " + called);
    services
        .call(call, now)
        .ifPresentOrElse(
            reply ->
                answers.add(
                    new Due(
                        now.plus(reply.after()), new Event.HttpAnswered(token, reply.answer()))),
            () -> {
              trouble = Optional.of("no mock answers the call " + called);
              unanswered = Optional.of(call);
            });
  }
}
