package dev.tapflow.engine;

import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.HttpAnswer;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;

/** Everything that can happen to a conversation, with a liking for what it may be waiting for. */
final class AnyEvent {

  /** Stands for the token that something is waited for under. */
  static final long PRESENT = 0;

  private static final String RELEASE = "0a1b2c3d";

  private AnyEvent() {}

  static Arbitrary<Event> events(List<String> options) {
    var messages = Combinators.combine(contents(options), referrals()).as(AnyEvent::message);
    var agents =
        Combinators.combine(
                Arbitraries.of(Event.AgentActed.Action.class), Arbitraries.of("Maria", ""))
            .as(Event.AgentActed::new);
    var changes =
        Arbitraries.maps(Arbitraries.of("pin", "age", "language", "tags", "none"), values())
            .ofMaxSize(2)
            .map(Event.ContactChanged::new);
    var closed =
        Combinators.combine(
                Arbitraries.of(Purpose.class).list().ofMaxSize(3), Arbitraries.of(true, false))
            .as(Event.WindowClosed::new);
    var undelivered =
        Combinators.combine(Arbitraries.of(Purpose.class), tokens())
            .as((purpose, token) -> new Event.Undelivered(purpose, token, "refused"));
    return Arbitraries.frequencyOf(
        Tuple.of(20, messages),
        Tuple.of(1, agents),
        // or agents would have most conversations for ever
        Tuple.of(4, Arbitraries.of(new Event.AgentActed(Event.AgentActed.Action.CLOSES, "Maria"))),
        Tuple.of(4, tokens().map(Event.TimerFired::new)),
        Tuple.of(4, Combinators.combine(tokens(), answers()).as(Event.HttpAnswered::new)),
        Tuple.of(1, starts()),
        Tuple.of(1, changes),
        Tuple.of(1, closed),
        Tuple.of(1, undelivered));
  }

  private static Arbitrary<Long> tokens() {
    return Arbitraries.of(PRESENT, PRESENT, PRESENT, PRESENT, 1L, 7L);
  }

  private static Arbitrary<Event> starts() {
    return Combinators.combine(
            Arbitraries.of("support", "sub", "nudge", "again", "none"),
            Arbitraries.of("start", "main_menu").optional(0.3),
            values())
        .as(
            (flow, step, x) ->
                new Event.FlowStarted(flow, step, x == null ? Map.of() : Map.of("x", x)));
  }

  private static Arbitrary<HttpAnswer> answers() {
    return Arbitraries.oneOf(
        Combinators.combine(
                Arbitraries.of(200, 404, 500),
                Arbitraries.oneOf(values(), values().map(AnyEvent::body)))
            .as(HttpAnswer.Answered::new),
        Arbitraries.of(HttpAnswer.Reason.class)
            .map(reason -> new HttpAnswer.Failed(reason, "in the test")));
  }

  private static @Nullable Object body(@Nullable Object x) {
    return x == null ? null : Map.of("x", x);
  }

  private static Arbitrary<@Nullable Object> values() {
    return Arbitraries.of(
        null,
        "a\r\nb: c",
        "\uE000token\uE001",
        "x".repeat(5000),
        "fr",
        " ",
        "8:00",
        3L,
        2.5,
        true,
        List.of(),
        List.of("Ana", 1L, Map.of("name", "Madrid", "street", "x".repeat(100))),
        IntStream.range(0, 25).mapToObj(n -> Map.of("name", "Same")).toList(),
        Map.of("name", "Ana"));
  }

  private static Arbitrary<Optional<Event.Referral>> referrals() {
    return Arbitraries.of("ad-1")
        .map(source -> new Event.Referral(source, Optional.empty()))
        .optional(0.1);
  }

  private static Event message(Content content, Optional<Event.Referral> referral) {
    return new Event.Message(
        Optional.empty(), Optional.empty(), Optional.empty(), referral, content);
  }

  private static Arbitrary<Content> contents(List<String> options) {
    var taps = Combinators.combine(ids(options), words()).as(Content.Tap::new);
    var others =
        Arbitraries.of(
            new Content.Media(Content.MediaKind.AUDIO, "1", Optional.empty(), Optional.empty()),
            new Content.Media(Content.MediaKind.IMAGE, "1", Optional.of("A"), Optional.empty()),
            new Content.Location(1, 2, Optional.empty(), Optional.empty()),
            new Content.Contacts(List.of(new Content.Contacts.Card("Ben", List.of()))),
            new Content.Order("c", Optional.empty(), List.of()),
            new Content.FormAnswer("flow", Optional.empty(), Map.of()),
            form(1),
            form(2),
            new Content.Reaction("wamid.1", Optional.empty()),
            new Content.SystemNotice("customer_changed_number", "", Optional.empty()),
            new Content.Unsupported("poll"));
    return Arbitraries.frequencyOf(
        Tuple.of(6, taps), Tuple.of(4, words().map(Content.Text::new)), Tuple.of(1, others));
  }

  private static Content form(long conversation) {
    var token = new ReplyId.Form(RELEASE, "support", "form", conversation);
    return new Content.FormAnswer("flow", Optional.of(token.text()), Map.of("city", "Madrid"));
  }

  private static Arbitrary<String> words() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "hi",
            "menu",
            "menu",
            "agent",
            "stop",
            "start",
            "My orders",
            "1",
            "2",
            "bill",
            "A-1234",
            "sub",
            "More…",
            "",
            "a\r\nb: c",
            "\uE000token\uE001"),
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.of("é ".repeat(2500), "x".repeat(5000)));
  }

  private static Arbitrary<Optional<String>> ids(List<String> options) {
    var option =
        Combinators.combine(
                Arbitraries.of(RELEASE, RELEASE, RELEASE, "ffffffff"),
                Arbitraries.of("support", "support", "support", "billing"),
                Arbitraries.of("main_menu", "main_menu", "main_menu", "main_menu", "start", "data"),
                Arbitraries.of(options))
            .as((release, flow, step, id) -> new ReplyId.Option(release, flow, step, id).text());
    var others =
        Arbitraries.of(
            "orders",
            "nothing",
            new ReplyId.TextButton(RELEASE).text(),
            new ReplyId.Page(RELEASE, "support", "main_menu", 2).text(),
            new ReplyId.Page(RELEASE, "support", "data", 1).text());
    return Arbitraries.frequencyOf(Tuple.of(4, option), Tuple.of(1, others)).optional(0.9);
  }
}
