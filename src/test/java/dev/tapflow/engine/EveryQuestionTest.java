package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.TemplateCall;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The exits that every question has, whatever it asks by. */
class EveryQuestionTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final FlowFixture fixture = FlowFixture.flow("f").onAnyMessage();

  /** A kind of question, how it is put, and whether other words stand in its own message. */
  enum Kind {
    MENU("Q [A]", "%s [A]"),
    TEXT("Q", "%s"),
    PLACE("Q <location>", "%s"),
    FORM("Q <Options>", "%s"),
    SHOP("Q <catalog>", "%s"),
    TEMPLATE("come_back/5512", "%s");

    final String asked;
    final String otherwise;

    Kind(String asked, String otherwise) {
      this.asked = asked;
      this.otherwise = otherwise;
    }

    String saying(String words) {
      return otherwise.formatted(words);
    }
  }

  private Question question(Kind kind, Exits exits) {
    var body = FlowFixture.text("Q");
    var next = fixture.target("end");
    return switch (kind) {
      case MENU -> {
        fixture.menu("q", "Q", exits, fixture.option("a", "A", "end"));
        yield (Question) fixture.build().flows().get("f").steps().get("q");
      }
      case TEXT, PLACE ->
          new Question.Ask(
              body,
              kind == Kind.TEXT ? AnswerType.INTEGER : AnswerType.LOCATION,
              List.of(),
              Optional.empty(),
              next,
              exits,
              false);
      case FORM ->
          new Question.Form(
              body,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              FlowFixture.text("1"),
              Optional.empty(),
              new LinkedHashMap<>(),
              Optional.empty(),
              next,
              exits,
              false);
      case SHOP ->
          new Question.Shop(
              body,
              Optional.empty(),
              new Question.Goods.All(Optional.empty()),
              Optional.empty(),
              next,
              exits,
              false);
      case TEMPLATE ->
          new Question.AskByTemplate(
              new TemplateCall(
                  "come_back", Optional.empty(), List.of(), List.of(), List.of(), Optional.empty()),
              List.of(fixture.option("a", "A", "end")),
              Optional.empty(),
              next,
              exits,
              false);
    };
  }

  private Chat asked(Kind kind, Exits exits) {
    return new Chat(fixture.step("q", question(kind, exits)).say("bye", "Bye.", "end").build())
        .writes("x");
  }

  private Exits exits(Exits.Stale stale) {
    var silence =
        new Exits.Silence(
            MINUTE.multipliedBy(10),
            Optional.of(FlowFixture.text("Still there?")),
            Optional.of(
                new Exits.GiveUp(Optional.of(MINUTE), Optional.empty(), fixture.target("bye"))));
    return new Exits(
        fixture.wrong(3, "bye", "First.", "Second.").wrong(),
        Optional.of(silence),
        stale,
        new Exits.Undelivered.GoTo(fixture.target("bye")));
  }

  @ParameterizedTest
  @EnumSource
  void wrongAnswersHaveTheirWordsAndTheLastLeaves(Kind kind) {
    var chat = asked(kind, exits(Exits.Stale.REROUTE));

    assertThat(chat.heard()).containsExactly(kind.asked);
    assertThat(chat.writes("?").heard()).containsExactly(kind.saying("First."));
    assertThat(chat.sends(new Content.Unsupported("poll")).heard())
        .containsExactly(kind.saying("Second."));
    assertThat(chat.session().conversation().orElseThrow().input().kind()).isEqualTo("unsupported");
    assertThat(chat.writes("?").heard()).containsExactly("Bye.");
  }

  @ParameterizedTest
  @EnumSource
  void withoutWordsTheQuestionIsPutAgain(Kind kind) {
    assertThat(asked(kind, Exits.BUILT_IN).writes("?").heard()).containsExactly(kind.asked);
  }

  @ParameterizedTest
  @EnumSource
  void silenceRemindsAndGivesUp(Kind kind) {
    var chat = asked(kind, exits(Exits.Stale.REROUTE));

    assertThat(chat.waits(MINUTE.multipliedBy(10)).heard())
        .containsExactly(kind.saying("Still there?"));
    assertThat(chat.waits(MINUTE).heard()).containsExactly("Bye.");
  }

  @ParameterizedTest
  @EnumSource
  void anOlderTapIsNeverItsAnswerNorWrong(Kind kind) {
    var older = new Content.Tap(Optional.of("o1.0a1b2c3d.f.gone.a"), "A");

    var again = asked(kind, exits(Exits.Stale.ASK_AGAIN)).sends(older);
    assertThat(again.heard()).containsExactly(kind.asked);
    assertThat(((Waiting.ForAnswer) again.waiting()).wrong()).isZero();
    assertThat(asked(kind, exits(Exits.Stale.EXPIRED)).sends(older).heard()).isEmpty();
    assertThat(asked(kind, exits(Exits.Stale.REROUTE)).sends(older).heard())
        .containsExactly(kind.asked);
  }

  @ParameterizedTest
  @EnumSource
  void oneThatDoesNotArriveIsLeft(Kind kind) {
    var chat = asked(kind, exits(Exits.Stale.REROUTE));

    chat.meets(new Event.Undelivered(Purpose.QUESTION, chat.token(), "refused"));
    assertThat(chat.heard()).containsExactly("Bye.");
  }

  @ParameterizedTest
  @EnumSource
  void aFormWithoutATokenOfOursIsWrong(Kind kind) {
    var form = new Content.FormAnswer("flow", Optional.of("unused"), Map.of());

    assertThat(asked(kind, exits(Exits.Stale.REROUTE)).sends(form).heard())
        .containsExactly(kind.saying("First."));
  }
}
