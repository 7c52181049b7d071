package dev.tapflow.engine;

import dev.tapflow.flow.Release;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outbound;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer and a bot, talking: keeps the session, the time and all that was said. */
final class Chat {

  static final Instant MONDAY_AT_TEN = Instant.parse("2026-01-05T10:00:00Z");

  private final Engine engine = new Engine();
  private final List<Outbound> history = new ArrayList<>();
  private Release release;
  private Session session;
  private Instant now = MONDAY_AT_TEN;
  private Turn last;

  Chat(Release release) {
    this(release, ContactKey.parse("main/+34600000001"));
  }

  Chat(Release release, ContactKey contact) {
    this.release = release;
    this.session =
        new Session(
            new Customer(
                contact,
                "en",
                Map.of("first_name", "Ana"),
                new TreeSet<>(),
                false,
                Optional.empty(),
                false),
            Optional.empty());
    this.last = new Turn(session, List.of(), List.of());
  }

  Chat republish(Release newer) {
    release = newer;
    return this;
  }

  /** From now on in this language. */
  Chat speaks(String language) {
    session = session.with(session.customer().speaking(language));
    return this;
  }

  Chat writes(String words) {
    return sends(new Content.Text(words));
  }

  /** The option of that title on the newest message that has one. */
  Chat taps(String title) {
    var choice =
        history.reversed().stream()
            .flatMap(message -> choices(message).stream())
            .filter(it -> it.title().equals(title))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no message has an option " + title));
    return sends(new Content.Tap(Optional.of(choice.id()), title));
  }

  Chat tapsWithoutId(String title) {
    return sends(new Content.Tap(Optional.empty(), title));
  }

  Chat sends(Content content) {
    windowEnds(now.plus(Duration.ofHours(24)));
    return meets(new Event.Message(Optional.empty(), Optional.empty(), Optional.empty(), content));
  }

  /** As the shell does it before the engine hears of an event. */
  private void windowEnds(Instant at) {
    session = session.with(session.customer().windowClosing(Optional.of(at)));
  }

  /** The service answers the call that is waited for. */
  Chat serviceAnswers(int status, @Nullable Object body) {
    return meets(new Event.HttpAnswered(token(), new HttpAnswer.Answered(status, body)));
  }

  Chat serviceFails(HttpAnswer.Reason reason) {
    return meets(new Event.HttpAnswered(token(), new HttpAnswer.Failed(reason, "in the test")));
  }

  /** The calls of the last turn. */
  List<HttpCall> calls() {
    return last.effects().stream()
        .filter(Effect.CallHttp.class::isInstance)
        .map(effect -> ((Effect.CallHttp) effect).call())
        .toList();
  }

  Chat starts(String flow, Map<String, Object> with) {
    return meets(new Event.FlowStarted(flow, Optional.empty(), with));
  }

  Chat agent(Event.AgentActed.Action action) {
    return meets(new Event.AgentActed(action, "Maria"));
  }

  /** Time goes by; timers fire when they are due. What was said meanwhile counts as one turn. */
  Chat waits(Duration duration) {
    var until = now.plus(duration);
    var effects = new ArrayList<Effect>();
    var trace = new ArrayList<Trace>();
    for (var due = due(until); due.isPresent(); due = due(until)) {
      now = due.get().at().isAfter(now) ? due.get().at() : now;
      meets(new Event.TimerFired(due.get().token()));
      effects.addAll(last.effects());
      trace.addAll(last.trace());
    }
    now = until;
    last = new Turn(session, effects, trace);
    return this;
  }

  private Optional<Session.Due> due(Instant until) {
    return session.nextDue().filter(due -> !due.at().isAfter(until));
  }

  Chat windowCloses(Purpose... dropped) {
    windowEnds(now);
    return meets(new Event.WindowClosed(List.of(dropped), true));
  }

  Chat meets(Event event) {
    last = engine.step(release, session, event, now);
    session = last.session();
    messages().forEach(message -> history.add(message.message()));
    return this;
  }

  long token() {
    return waiting().name().orElse(0L);
  }

  Waiting waiting() {
    return session.conversation().orElseThrow().waiting();
  }

  /**
   * What was said in the last turn: "text", "body [A | B]" for buttons, "body {A | B}" for a list.
   */
  List<String> heard() {
    return messages().map(message -> shown(message.message())).toList();
  }

  List<Purpose> purposes() {
    return messages().map(Outgoing::purpose).toList();
  }

  Stream<Outgoing> messages() {
    return last.effects().stream()
        .filter(Effect.Send.class::isInstance)
        .map(effect -> ((Effect.Send) effect).message());
  }

  /** Where the open conversation stands, or "end". */
  String at() {
    return session.open().map(open -> open.at().text()).orElse("end");
  }

  Object var(String name) {
    return session.conversation().orElseThrow().vars().get(name);
  }

  Session session() {
    return session;
  }

  Turn last() {
    return last;
  }

  /** Why the last turn moved or stayed, in order. */
  List<String> reasons() {
    return last.trace().stream().flatMap(Chat::reason).toList();
  }

  /** The limits reached in the last turn. */
  List<Trace.Limit> limits() {
    return last.trace().stream()
        .filter(Trace.LimitReached.class::isInstance)
        .map(trace -> ((Trace.LimitReached) trace).limit())
        .toList();
  }

  private static Stream<String> reason(Trace trace) {
    return switch (trace) {
      case Trace.Started started -> Stream.of(started.reason());
      case Trace.Moved moved -> Stream.of(moved.reason());
      case Trace.Stayed stayed -> Stream.of(stayed.reason());
      case Trace.Failed _, Trace.Cut _, Trace.LimitReached _ -> Stream.empty();
    };
  }

  private static String shown(Outbound message) {
    return switch (message) {
      case Outbound.Text(var body) -> body;
      case Outbound.Buttons buttons -> buttons.body() + " [" + titles(message) + "]";
      case Outbound.Options options -> options.body() + " {" + titles(message) + "}";
      case Outbound.Template template -> template.name() + "/" + template.channelId();
      case Outbound.Media media ->
          media.kind() + " " + media.url() + media.caption().map(it -> ": " + it).orElse("");
      case Outbound.Form form -> form.body() + " <" + form.button() + ">";
      case Outbound.Product product -> product.body() + " <" + product.item() + ">";
      case Outbound.Products products -> products.body() + " <" + products.shelves() + ">";
      case Outbound.Catalog catalog -> catalog.body() + " <catalog>";
      case Outbound.Link link -> link.body() + " <" + link.url() + ">";
      case Outbound.LocationRequest request -> request.body() + " <location>";
    };
  }

  private static String titles(Outbound message) {
    return choices(message).stream().map(Outbound.Choice::title).collect(Collectors.joining(" | "));
  }

  static List<Outbound.Choice> choices(Outbound message) {
    return switch (message) {
      case Outbound.Buttons buttons -> buttons.choices();
      case Outbound.Options options ->
          options.sections().stream().flatMap(it -> it.choices().stream()).toList();
      case Outbound.Template template -> template.replies();
      case Outbound.Text _,
          Outbound.Media _,
          Outbound.Form _,
          Outbound.Product _,
          Outbound.Products _,
          Outbound.Catalog _,
          Outbound.Link _,
          Outbound.LocationRequest _ ->
          List.of();
    };
  }
}
