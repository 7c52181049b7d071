package dev.tapflow.engine;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * A turn while it is being written: the session so far, what is to be done in the world, and why.
 * The only thing in this package that changes; it lives as long as one {@link Engine#step}.
 */
final class Draft {

  private final Release release;
  private final Session before;
  private final boolean prompted;
  private final Instant now;
  private final List<Effect> effects = new ArrayList<>();
  private final List<Trace> trace = new ArrayList<>();
  private Session session;
  private Optional<Conversation> superseded = Optional.empty();
  private Input heard = Input.NONE;
  private boolean cameBack;
  private boolean limitReached;

  /**
   * @param prompted true where a customer's message is the cause
   */
  Draft(Release release, Session session, boolean prompted, Instant now) {
    this.release = release;
    this.before = session;
    this.session = session;
    this.prompted = prompted;
    this.now = now;
  }

  Turn finish() {
    return new Turn(
        session, superseded, effects, Masking.of(trace, release, before, session, heard));
  }

  Release release() {
    return release;
  }

  Bot bot() {
    return release.bot();
  }

  boolean prompted() {
    return prompted;
  }

  Instant now() {
    return now;
  }

  Customer customer() {
    return session.customer();
  }

  /** The customer's, else the bot's first. */
  String language() {
    return customer().language().isEmpty() ? bot().defaultLanguage() : customer().language();
  }

  Optional<Conversation> conversation() {
    return session.conversation();
  }

  /** What the conversation waits for: nothing, before a contact's first. */
  Waiting waiting() {
    return conversation()
        .map(Conversation::waiting)
        .orElseGet(() -> new Waiting.Over(now, Waiting.Ending.COMPLETED));
  }

  /**
   * The conversation that this turn goes on with; only after {@link #begin} or where one exists.
   */
  Conversation current() {
    return conversation()
        .orElseThrow(() -> new IllegalStateException("Expected a conversation, but got none"));
  }

  void change(UnaryOperator<Conversation> change) {
    session = session.with(change.apply(current()));
  }

  void changeCustomer(UnaryOperator<Customer> change) {
    session = session.with(change.apply(customer()));
  }

  SortedMap<String, Appointment> appointments() {
    return session.appointments();
  }

  void changeAppointments(SortedMap<String, Appointment> changed) {
    session = session.with(changed);
  }

  /**
   * Takes a customer's message in: it is the input from now on, and it ends the asking back.
   *
   * @param counted false where an agent has the conversation: the bot's limits do not count that
   */
  void hear(Input input, boolean counted) {
    heard = input;
    cameBack = customer().reopening();
    changeCustomer(customer -> customer.reopening(false));
    if (session.open().isPresent()) {
      change(conversation -> conversation.with(input));
      if (counted) {
        change(conversation -> conversation.with(conversation.counters().aMessage()));
      }
    }
  }

  /** True where this message is the first since the template that asked the customer back. */
  boolean cameBack() {
    return cameBack;
  }

  /** Notes that a limit was reached in this turn; true where one was reached before. */
  boolean limitReachedBefore() {
    var before = limitReached;
    limitReached = true;
    return before;
  }

  /** Begins a new conversation at a step; it counts as ended until the walk says otherwise. */
  void begin(StepRef at, String exit, String reason) {
    var given = conversation().filter(it -> it.ordinal() == 0).map(Conversation::vars);
    begin(at, given.orElseGet(Map::of), exit, reason);
  }

  void begin(StepRef at, Map<String, Object> vars, String exit, String reason) {
    session =
        session.with(
            new Conversation(
                conversation().map(Conversation::ordinal).orElse(0L) + 1,
                at,
                vars,
                heard,
                new Waiting.Over(now, Waiting.Ending.COMPLETED),
                session.lastToken(),
                List.of(),
                List.of(),
                Optional.empty(),
                Counters.after(conversation().map(Conversation::counters), prompted),
                now));
    trace.add(new Trace.Started(at, exit, reason));
    new News(this).say();
  }

  /** Ends the open conversation for one that begins in its place. */
  void supersede() {
    end(Waiting.Ending.SUPERSEDED);
    superseded = conversation();
  }

  /** Undoes what was tried where nothing came of it. */
  <T> Optional<T> tentatively(Supplier<Optional<T>> attempt) {
    var untouched = session;
    var outcome = attempt.get();
    if (outcome.isEmpty()) {
      session = untouched;
    }
    return outcome;
  }

  void end(Waiting.Ending ending) {
    change(conversation -> conversation.withFrames(List.of()).with(new Waiting.Over(now, ending)));
  }

  void await(Waiting waiting) {
    change(conversation -> conversation.with(waiting));
  }

  /** The name of the next wait; never used before for this contact. */
  long nextToken() {
    var token = current().lastToken() + 1;
    change(conversation -> conversation.withLastToken(token));
    return token;
  }

  /**
   * Puts a message on its way, unless nothing may be said: an opted-out customer hears only the
   * confirmation, and one who was asked back by a template hears nothing free until they write.
   */
  boolean send(Outbound message, Purpose purpose, long token) {
    if (customer().optedOut() && purpose != Purpose.CONFIRMATION) {
      return false;
    }
    if (customer().reopening() && message.isFree()) {
      stayed("unsaid", "the window is closed and the customer has been asked back");
      return false;
    }
    effects.add(new Effect.Send(new Outgoing(message, purpose, token)));
    return true;
  }

  void want(Effect effect) {
    effects.add(effect);
  }

  /** Takes back what was to be said in this turn. */
  void unsayAll() {
    effects.removeIf(Effect.Send.class::isInstance);
  }

  void moved(String exit, Target to, String reason) {
    moved(exit, to, reason, Map.of());
  }

  void moved(String exit, Target to, String reason, Map<String, String> lookedAt) {
    trace.add(new Trace.Moved(current().at(), exit, to, reason, lookedAt));
  }

  /**
   * Before a contact's first conversation there is no step to write this at, and it is left out.
   */
  void stayed(String exit, String reason) {
    conversation()
        .ifPresent(conversation -> trace.add(new Trace.Stayed(conversation.at(), exit, reason)));
  }

  void failed(String expression, String why) {
    conversation()
        .map(conversation -> new Trace.Failed(conversation.at(), expression, why))
        // an option's title is rendered to show it and to match it: one failure all the same
        .filter(failure -> !trace.contains(failure))
        .ifPresent(trace::add);
  }

  void cut(String what) {
    conversation().ifPresent(conversation -> trace.add(new Trace.Cut(conversation.at(), what)));
  }

  void reached(Trace.Limit limit) {
    conversation()
        .map(conversation -> new Trace.LimitReached(conversation.at(), limit))
        .filter(reached -> !trace.contains(reached))
        .ifPresent(trace::add);
  }
}
