package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Bot;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Release;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Outgoing;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever happens, in whatever order: no exception, no chance, no broken promise. */
class AnySequenceTest {

  private static final int STEPS_PER_TURN = 12;
  private static final List<Release> RELEASES = List.of(support(), circles());

  private final Engine engine = new Engine();

  /** Something that happens, some time after what happened before. */
  record Happening(Event event, Duration later) {}

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

  @Property(tries = 200)
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

  /** Token 0 stands for the one that is waited under. */
  private static Event named(Event event, Session session) {
    var token = session.conversation().map(Conversation::lastToken).orElse(0L);
    return switch (event) {
      case Event.TimerFired(long zero) when zero == 0 -> new Event.TimerFired(token);
      case Event.Undelivered it when it.token() == 0 ->
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
    assertThat(sent).hasSizeLessThanOrEqualTo(STEPS_PER_TURN + 2);
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
    return Combinators.combine(events(), later).as(Happening::new).list().ofMaxSize(60);
  }

  private static Arbitrary<Event> events() {
    return Arbitraries.oneOf(
        contents().map(AnySequenceTest::message),
        contents().map(AnySequenceTest::message),
        Combinators.combine(
                Arbitraries.of(Event.AgentActed.Action.class), Arbitraries.of("Maria", ""))
            .as(Event.AgentActed::new),
        Arbitraries.of(0L, 0L, 0L, 1L, 7L).map(Event.TimerFired::new),
        Combinators.combine(
                Arbitraries.of(Purpose.class).list().ofMaxSize(3), Arbitraries.of(true, false))
            .as(Event.WindowClosed::new),
        Combinators.combine(Arbitraries.of(Purpose.class), Arbitraries.of(0L, 0L, 0L, 1L, 7L))
            .as((purpose, token) -> new Event.Undelivered(purpose, token, "refused")));
  }

  private static Event message(Content content) {
    return new Event.Message(Optional.empty(), Optional.empty(), Optional.empty(), content);
  }

  private static Arbitrary<Content> contents() {
    return Arbitraries.oneOf(
        words().map(Content.Text::new),
        words().map(Content.Text::new),
        Combinators.combine(ids(), words()).as(Content.Tap::new),
        Arbitraries.of(
            new Content.Media(Content.MediaKind.AUDIO, "1", Optional.empty(), Optional.empty()),
            new Content.Location(1, 2, Optional.empty(), Optional.empty()),
            new Content.Contacts(List.of(new Content.Contacts.Card("Ben", List.of()))),
            new Content.Order("c", Optional.empty(), List.of()),
            new Content.FormAnswer("flow", Optional.empty(), Map.of()),
            new Content.Reaction("wamid.1", Optional.empty()),
            new Content.SystemNotice("customer_changed_number", "", Optional.empty()),
            new Content.Unsupported("poll")));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "hi", "menu", "agent", "stop", "start", "My orders", "1", "2", "bill", "A-1234", ""),
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.strings().ofLength(5000));
  }

  private static Arbitrary<Optional<String>> ids() {
    var options =
        Combinators.combine(
                Arbitraries.of("0a1b2c3d", "ffffffff"),
                Arbitraries.of("support", "billing"),
                Arbitraries.of("main_menu", "start", "ping"),
                Arbitraries.of("orders", "billing", "agent", "none"))
            .as(
                (release, flow, step, option) ->
                    new ReplyId.Option(release, flow, step, option).text());
    return Arbitraries.oneOf(
            options, Arbitraries.of("orders", "nothing", new ReplyId.TextButton("0a1b2c3d").text()))
        .optional();
  }
}
