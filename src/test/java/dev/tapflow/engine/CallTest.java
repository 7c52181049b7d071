package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import org.junit.jupiter.api.Test;

class CallTest {

  private static FlowFixture booking() {
    return FlowFixture.flow("main")
        .onAnyMessage()
        .command("menu", "main#again")
        .set("begin", "vars.city", "Paris", "book")
        .call("book", "room", "vars.room", "tell", "guests=${vars.city} 2")
        .say("tell", "${vars.city}: ${vars.room}", "end")
        .say("again", "From the start, ${vars.guests}.", "end")
        .and("room")
        .ask(
            "which",
            "Which room, ${vars.guests}?",
            AnswerType.TEXT,
            "vars.kind",
            "done",
            Exits.BUILT_IN)
        .say("done", "Noted.", "end")
        .returns("done", "a ${vars.kind}");
  }

  @Test
  void aSubFlowHasVariablesOfItsOwnAndComesBackWithAValue() {
    var chat = new Chat(booking().build());

    assertThat(chat.writes("hi").heard()).containsExactly("Which room, Paris 2?");
    assertThat(chat.at()).isEqualTo("room#which");
    assertThat(chat.writes("double").heard()).containsExactly("Noted.", "Paris: a double");
    assertThat(chat.at()).isEqualTo("end");
    assertThat(chat.var("guests")).isNull();
  }

  @Test
  void aCommandLeavesTheSubFlowForGood() {
    var chat = new Chat(booking().build()).writes("hi");

    assertThat(chat.writes("menu").heard()).containsExactly("From the start, Paris 2.");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void aJumpToAnotherFlowForgetsTheCaller() {
    var chat =
        new Chat(
            FlowFixture.flow("main")
                .onAnyMessage()
                .call("go", "sub", "vars.x", "back")
                .say("back", "Never.", "end")
                .and("sub")
                .goTo("leave", "other#start")
                .and("other")
                .say("start", "Elsewhere.", "end")
                .build());

    assertThat(chat.writes("hi").heard()).containsExactly("Elsewhere.");
    assertThat(chat.at()).isEqualTo("end");
    assertThat(chat.session().conversation().orElseThrow().frames()).isEmpty();
  }

  @Test
  void withoutAReturnsTheValueIsUnset() {
    var chat =
        new Chat(
            FlowFixture.flow("main")
                .onAnyMessage()
                .set("before", "vars.x", "old", "go")
                .call("go", "sub", "vars.x", "back")
                .say("back", "[${vars.x}]", "end")
                .and("sub")
                .say("one", "In.", "end")
                .build());

    assertThat(chat.writes("hi").heard()).containsExactly("In.", "[]");
  }

  @Test
  void flowsThatCallThemselvesComeToAnEnd() {
    var release =
        FlowFixture.flow("main")
            .onAnyMessage()
            .team("people")
            .call("go", "main", "vars.x", "end")
            .build();
    var chat = new Chat(release).writes("hi");

    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
    assertThat(chat.limits()).containsExactly(Trace.Limit.CALL_DEPTH);
  }

  @Test
  void anOldTapInTheSubFlowKeepsTheCaller() {
    var fixture = FlowFixture.flow("main").onAnyMessage();
    fixture
        .call("go", "sub", "vars.x", "back")
        .say("back", "It is ${vars.x}.", "end")
        .and("sub")
        .menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "A", "sub#q"))
        .ask("q", "And?", AnswerType.TEXT, "vars.y", "end", Exits.BUILT_IN)
        .returns("q", "${vars.y}");
    var chat = new Chat(fixture.build()).writes("hi").taps("A").taps("A").writes("b");

    assertThat(chat.heard()).containsExactly("It is b.");
  }

  @Test
  void anOptOutEndsTheCallersToo() {
    var chat = new Chat(booking().optOut("stop", "Bye.").build()).writes("hi").writes("stop");

    assertThat(chat.at()).isEqualTo("end");
    assertThat(chat.session().conversation().orElseThrow().frames()).isEmpty();
  }

  @Test
  void whatAgentsClosedOnTheirOwnDoesNotComeBack() {
    var wrong = FlowFixture.flow("x");
    var chat =
        new Chat(
            FlowFixture.flow("main")
                .onAnyMessage()
                .team("people")
                .call("go", "sub", "vars.x", "back")
                .say("back", "Never.", "end")
                .and("sub")
                .ask("q", "Number?", AnswerType.INTEGER, "vars.n", "end", wrong.wrong(1, ""))
                .build());

    chat.writes("hi").writes("x").agent(dev.tapflow.message.Event.AgentActed.Action.CLOSES);
    assertThat(chat.heard()).isEmpty();
    assertThat(chat.at()).isEqualTo("end");
  }
}
