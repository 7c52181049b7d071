package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Moment;
import dev.tapflow.message.Event;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AppointmentTest {

  private static final Duration HOUR = Duration.ofHours(1);

  private static FlowFixture reminded(boolean skipIfBusy) {
    var fixture = FlowFixture.flow("main").onAnyMessage().team("people").command("menu", "main#m");
    return fixture
        .set("begin", "vars.name", "Ana", "set")
        .later("set", "nudge", "nudge", FlowFixture.in(HOUR), skipIfBusy, "m", "who=${vars.name}")
        .menu(
            "m",
            "Pick, ${vars.name}",
            Exits.BUILT_IN,
            fixture.option("a", "A", "bye"),
            fixture.option("agent", "Agent", "to_agent"))
        .say("bye", "Bye, ${vars.name}.", "end")
        .handover("to_agent", "people", FlowFixture.HandoverExits.NONE)
        .and("nudge")
        .say("say", "Remember, ${vars.who}!", "ask")
        .ask("ask", "Well?", AnswerType.TEXT, "vars.well", "end", Exits.BUILT_IN);
  }

  private static Chat begun() {
    return new Chat(reminded(false).build()).writes("hi");
  }

  @Test
  void theQuestionIsPutAsideAndAskedAgain() {
    var chat = begun();

    assertThat(chat.waits(HOUR).heard()).containsExactly("Remember, Ana!", "Well?");
    assertThat(chat.writes("yes").heard()).containsExactly("Pick, Ana [A | Agent]");
    assertThat(chat.writes("a").heard()).containsExactly("Bye, Ana.");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void aJumpOutOfItComesBackToTheVariables() {
    assertThat(begun().waits(HOUR).writes("menu").heard()).containsExactly("Pick, Ana [A | Agent]");
    var chat = begun().waits(HOUR).taps("A");

    assertThat(chat.heard()).containsExactly("Bye, Ana.");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void aReminderInTheSameFlowIsLeftByAnOldTapAndByTheQuestionItself() {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    var release =
        fixture
            .set("begin", "vars.name", "Ana", "later")
            .later("later", "x", "f#ask", FlowFixture.in(HOUR), "m")
            .menu("m", "Pick, ${vars.name}", Exits.BUILT_IN, fixture.option("a", "A", "bye"))
            .say("bye", "Bye, ${vars.name}.", "end")
            .ask("ask", "Well?", AnswerType.TEXT, "vars.well", "m", Exits.BUILT_IN)
            .build();

    var tapping = new Chat(release).writes("x").waits(HOUR).taps("A");
    assertThat(tapping.heard()).containsExactly("Bye, Ana.");
    assertThat(tapping.at()).isEqualTo("end");
    var jumping = new Chat(release).writes("x").waits(HOUR).writes("yes");
    assertThat(jumping.heard()).containsExactly("Pick, Ana [A]");
    assertThat(jumping.writes("a").at()).isEqualTo("end");
  }

  @Test
  void whoIsBusyMayBeLeftAlone() {
    var chat = new Chat(reminded(true).build()).writes("hi");

    assertThat(chat.waits(HOUR).heard()).isEmpty();
    assertThat(chat.waits(HOUR).heard()).isEmpty();
    assertThat(chat.session().appointments()).isEmpty();
  }

  @Test
  void itOutlivesItsConversationAndBeginsANewOne() {
    var chat = begun().writes("a");

    assertThat(chat.waits(HOUR).heard()).containsExactly("Remember, Ana!", "Well?");
    assertThat(chat.session().conversation().orElseThrow().ordinal()).isEqualTo(2);
    assertThat(chat.writes("yes").at()).isEqualTo("end");
  }

  @Test
  void agentsAreNotInterrupted() {
    var chat = begun().writes("agent").agent(Event.AgentActed.Action.ACCEPTS);

    assertThat(chat.waits(HOUR).heard()).isEmpty();
    chat.agent(Event.AgentActed.Action.CLOSES);
    assertThat(chat.waits(Duration.ofMinutes(10)).heard())
        .containsExactly("Remember, Ana!", "Well?");
  }

  @Test
  void anOptOutCallsItOff() {
    var chat = new Chat(reminded(false).optOut("stop", "Bye.").build()).writes("hi").writes("stop");

    assertThat(chat.session().nextDue()).isEmpty();
  }

  @Test
  void theSameNameReplacesAndCancelTakesBack() {
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .later("a", "x", "f#late", FlowFixture.in(HOUR), "b")
            .later("b", "x", "f#late", FlowFixture.in(HOUR.multipliedBy(2)), "c")
            .later("c", "y", "f#late", FlowFixture.at("nonsense"), "d")
            .later("d", "z", "f#late", FlowFixture.in(HOUR), "e")
            .cancel("e", "z", "end")
            .say("late", "Late.", "end")
            .build();
    var chat = new Chat(release).writes("x");

    assertThat(chat.session().appointments()).containsOnlyKeys("x");
    assertThat(chat.waits(HOUR).heard()).isEmpty();
    assertThat(chat.waits(HOUR).heard()).containsExactly("Late.");
  }

  @Test
  void aPauseGoesOnWhereItWas() {
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .later("a", "x", "f#late", FlowFixture.in(HOUR), "p")
            .pause("p", FlowFixture.in(HOUR.multipliedBy(2)), "b")
            .say("b", "After.", "end")
            .say("late", "Late.", "end")
            .build();
    var chat = new Chat(release).writes("x");

    assertThat(chat.waits(HOUR).heard()).containsExactly("Late.");
    assertThat(chat.at()).isEqualTo("f#p");
    assertThat(chat.waits(HOUR).heard()).containsExactly("After.");
  }

  @Test
  void aServiceIsLetAnswerFirst() {
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .later("a", "x", "f#late", FlowFixture.in(Duration.ofSeconds(5)), "h")
            .get("h", "https://a.example/", "q", "end")
            .ask("q", "Well?", AnswerType.TEXT, "vars.x", "end", Exits.BUILT_IN)
            .say("late", "Late.", "end")
            .build();
    var chat = new Chat(release).writes("x").waits(Duration.ofSeconds(5));

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.serviceAnswers(200, null).heard()).containsExactly("Well?");
    assertThat(chat.waits(Duration.ofMinutes(3)).heard()).containsExactly("Late.", "Well?");
  }

  @Test
  void flowsThatSetThemselvesAgainAreStopped() {
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .team("people")
            .say("say", "Again!", "set")
            .later("set", "x", "f", FlowFixture.in(Duration.ZERO), "end")
            .build();
    var chat = new Chat(release).writes("x").waits(HOUR);

    assertThat(chat.heard()).hasSize(30);
    assertThat(chat.limits()).containsExactly(Trace.Limit.SAME_STEP_PER_HOUR);
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
  }

  @Test
  void beforeTheWindowClosesIsATimeToo() {
    Moment closing = FlowFixture.beforeWindowCloses(HOUR);
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .later("a", "x", "f#late", closing, "end")
            .say("late", "Late.", "end")
            .build();

    assertThat(new Chat(release).writes("x").session().nextDue().map(Session.Due::at))
        .contains(Instant.parse("2026-01-06T09:00:00Z"));
  }
}
