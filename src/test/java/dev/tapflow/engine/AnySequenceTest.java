package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Option;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpCall;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, in whatever order: no exception, no chance, no broken promise. */
class AnySequenceTest {

  private static final int STEPS_PER_TURN = 12;
  private static final Release EVERY =
      EveryStep.release(new Bot.Limits(STEPS_PER_TURN, 20, 5, Bot.Limits.BUILT_IN.onLimit()));
  private static final List<Release> RELEASES = List.of(EVERY, EVERY, EVERY, support(), circles());
  private static final List<String> OPTIONS = options();

  private final Engine engine = new Engine();

  /** Something that happens, some time after what happened before. */
  record Happening(Event event, Duration later) {}

  private static List<String> options() {
    var menu = (Question.Menu) EVERY.step(new StepRef("support", "main_menu")).orElseThrow();
    var options = new ArrayList<>(menu.options().stream().map(Option::id).toList());
    options.addAll(List.of("orders", "billing", "other", "yes", "none", "Ana"));
    // what leads on by itself is what goes wrong
    options.addAll(
        Collections.nCopies(12, List.of("http", "call", "later", "again", "wait")).stream()
            .flatMap(List::stream)
            .toList());
    return options;
  }

  private static Release support() {
    return Support.fixture().limits(STEPS_PER_TURN, 20, 5, new Bot.OnLimit.HandOver()).build();
  }

  /** Steps that lead around, and a question that always gives up into itself. */
  private static Release circles() {
    var fixture = FlowFixture.flow("support").onAnyMessage().command("menu", "ping");
    var silence =
        new Exits.Silence(
            Duration.ofMinutes(1),
            Optional.of(FlowFixture.text("${fails}")),
            Optional.of(
                new Exits.GiveUp(
                    Optional.empty(),
                    Optional.of(Duration.ofHours(23)),
                    fixture.target("main_menu"))));
    return fixture
        .menu(
            "main_menu",
            "${vars.none}",
            FlowFixture.silent(silence),
            fixture.option("orders", "${fails}", "ping"),
            fixture.option("billing", "Hi", "gone"))
        .say("ping", "Ping.", "pong")
        .say("pong", "Pong.", "ping")
        .limits(STEPS_PER_TURN, 20, 5, new Bot.OnLimit.GoTo(fixture.target("main_menu")))
        .build();
  }

  @Example
  void everyKindOfStepIsReached() {
    var kinds = new HashSet<Class<?>>();
    for (var option : OPTIONS) {
      var chat = new Chat(EVERY).writes("hi");
      var id = new ReplyId.Option(EVERY.id(), "support", "main_menu", option);
      chat.sends(new Content.Tap(Optional.of(id.text()), option));
      chat.last().trace().stream()
          .filter(Trace.Moved.class::isInstance)
          .map(trace -> ((Trace.Moved) trace).to())
          .filter(Target.To.class::isInstance)
          .flatMap(to -> EVERY.step(((Target.To) to).step()).stream())
          .forEach(step -> kinds.add(step.getClass()));
    }

    assertThat(kinds).containsAll(kinds(Step.Passing.class)).containsAll(kinds(Question.class));
  }

  private static List<Class<?>> kinds(Class<?> union) {
    return Arrays.stream(union.getPermittedSubclasses())
        .<Class<?>>flatMap(
            kind -> kind.isSealed() ? kinds(kind).stream() : Stream.<Class<?>>of(kind))
        .toList();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void noSequenceBreaksAPromise(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll("releases") List<Integer> releases) {
    var session = fresh();
    var now = Instant.parse("2026-01-05T10:00:00Z");
    for (int at = 0; at < happenings.size(); at++) {
      now = now.plus(happenings.get(at).later());
      // the release changes under the conversation now and then
      var release = RELEASES.get(releases.get(at % releases.size()));
      var event = named(happenings.get(at).event(), session);
      var before = arrived(session, event, now);
      var turn = engine.step(release, before, event, now);

      assertThat(engine.step(release, before, event, now)).isEqualTo(turn);
      check(before, event, turn, now);
      session = turn.session();
    }
  }

  /** With the token that is waited for. */
  private static Event named(Event event, Session session) {
    var token = session.conversation().map(Conversation::waiting).flatMap(Waiting::name).orElse(1L);
    var due = session.nextDue().map(Session.Due::token).orElse(1L);
    return switch (event) {
      case Event.TimerFired(long present) when present == AnyEvent.PRESENT ->
          new Event.TimerFired(due);
      case Event.HttpAnswered(long present, var answer) when present == AnyEvent.PRESENT ->
          new Event.HttpAnswered(token, answer);
      case Event.Undelivered it when it.token() == AnyEvent.PRESENT ->
          new Event.Undelivered(it.purpose(), token, it.why());
      case Event.TimerFired _,
          Event.Undelivered _,
          Event.Message _,
          Event.AgentActed _,
          Event.HttpAnswered _,
          Event.FlowStarted _,
          Event.ContactChanged _,
          Event.WindowClosed _ ->
          event;
    };
  }

  private static Session fresh() {
    return new Session(
        new Customer(
            ContactKey.parse("main/+34600000001"),
            "en",
            Map.of("first_name", "Ana"),
            new TreeSet<>(),
            false,
            Optional.empty(),
            false),
        Optional.empty());
  }

  private static Session arrived(Session session, Event event, Instant now) {
    return event instanceof Event.Message
        ? session.with(
            session.customer().windowClosing(Optional.of(now.plus(Duration.ofHours(24)))))
        : session;
  }

  private static void check(Session before, Event event, Turn turn, Instant now) {
    var sent =
        turn.effects().stream()
            .filter(Effect.Send.class::isInstance)
            .map(effect -> ((Effect.Send) effect).message())
            .toList();
    // a text of 5,000 characters is two messages, and news come before the first step
    assertThat(sent).hasSizeLessThanOrEqualTo(2 * STEPS_PER_TURN + 3);
    sent.forEach(message -> WhatsAppCheck.check(message.message()));
    checkCalls(turn);
    checkSession(before, turn.session());
    if (before.customer().optedOut()) {
      assertThat(sent).allMatch(message -> message.purpose() == Purpose.CONFIRMATION);
    }
    if (before.customer().reopening() && !(event instanceof Event.Message)) {
      assertThat(sent).noneMatch(message -> message.message().isFree());
    }
    if (isAgents(before) && isAgents(turn.session())) {
      assertThat(sent)
          .extracting(Outgoing::purpose)
          .isSubsetOf(Purpose.HANDOVER, Purpose.CONFIRMATION);
    }
    turn.session()
        .conversation()
        .ifPresent(
            conversation -> {
              assertThat(conversation.counters().stepsSinceMessage())
                  .isLessThanOrEqualTo(STEPS_PER_TURN + 1);
              assertThat(conversation.path()).hasSizeLessThanOrEqualTo(20);
              conversation
                  .waiting()
                  .nextAlarm()
                  .filter(alarm -> !alarm(before).equals(Optional.of(alarm)))
                  .ifPresent(alarm -> assertThat(alarm.at()).isAfterOrEqualTo(now.minusNanos(1)));
            });
  }

  private static void checkCalls(Turn turn) {
    var calls =
        turn.effects().stream()
            .filter(Effect.CallHttp.class::isInstance)
            .map(effect -> ((Effect.CallHttp) effect).call())
            .toList();
    assertThat(calls).hasSizeLessThanOrEqualTo(1);
    for (var call : calls) {
      assertThat(call.url()).matches("https://a\\.example/[\\x21-\\x7E]*");
      assertThat(call.headers().values()).noneMatch(value -> value.matches("(?s).*[\r\n].*"));
      assertThat(call.headers().get("X-Pin")).doesNotContain("\uE000");
      assertThat(call.headers()).containsEntry("Authorization", HttpCall.Secret.marker("token"));
    }
  }

  private static void checkSession(Session before, Session after) {
    var conversation = after.conversation();
    assertThat(conversation.map(Conversation::frames).orElse(List.of()))
        .hasSizeLessThanOrEqualTo(Calls.DEEPEST);
    if (after.open().isEmpty()) {
      assertThat(conversation.map(Conversation::frames).orElse(List.of())).isEmpty();
    }
    if (after.customer().optedOut()) {
      assertThat(after.appointments()).isEmpty();
    }
    assertThat(conversation.map(Conversation::lastToken).orElse(0L))
        .isGreaterThanOrEqualTo(before.conversation().map(Conversation::lastToken).orElse(0L));
    assertThat(after.appointments()).hasSizeLessThanOrEqualTo(2);
  }

  private static Optional<Waiting.Alarm> alarm(Session session) {
    return session.conversation().map(Conversation::waiting).flatMap(Waiting::nextAlarm);
  }

  private static boolean isAgents(Session session) {
    return session.open().map(Conversation::waiting).orElse(null) instanceof Waiting waiting
        && (waiting instanceof Waiting.ForAgent || waiting instanceof Waiting.WithAgent);
  }

  @Provide
  Arbitrary<List<Integer>> releases() {
    return Arbitraries.integers().between(0, RELEASES.size() - 1).list().ofMinSize(1).ofMaxSize(3);
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    var later =
        Arbitraries.of(
            Duration.ZERO, Duration.ofMinutes(1), Duration.ofMinutes(20), Duration.ofHours(25));
    return Combinators.combine(AnyEvent.events(OPTIONS), later)
        .as(Happening::new)
        .list()
        .ofMinSize(30)
        .ofMaxSize(60);
  }
}
