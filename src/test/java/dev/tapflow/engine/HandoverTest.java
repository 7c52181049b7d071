package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event.AgentActed.Action;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandoverTest {

  private final Chat chat = new Chat(Support.release());

  @Test
  void asksTheTeamWithARenderedNote() {
    chat.writes("hi").taps("Talk to us");

    assertThat(chat.last().effects())
        .containsExactly(
            new Effect.AskForAgent(
                chat.token(),
                "first_line",
                "Came from support#main_menu, wants agent",
                List.of("vip"),
                Optional.empty()));
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
  }

  @Test
  void theBotIsSilentWhileAnAgentIsAskedForOrHasIt() {
    chat.writes("hi").taps("Talk to us");

    assertThat(chat.writes("hello?").heard()).isEmpty();
    assertThat(chat.taps("My orders").heard()).isEmpty();
    chat.agent(Action.ACCEPTS);
    assertThat(chat.writes("menu").heard()).isEmpty();
    assertThat(chat.reasons()).containsExactly("passed to the agent");
  }

  @Test
  void saysWhoAccepted() {
    chat.writes("agent").agent(Action.ACCEPTS);

    assertThat(chat.heard()).containsExactly("Maria is here.");
    assertThat(chat.purposes()).containsExactly(Purpose.HANDOVER);
    assertThat(chat.waiting())
        .isInstanceOfSatisfying(
            Waiting.WithAgent.class, with -> assertThat(with.agent()).isEqualTo("Maria"));
    assertThat(chat.agent(Action.REPLIES).heard()).isEmpty();
  }

  @Test
  void goesOnWhenTheAgentIsDone() {
    chat.writes("agent").agent(Action.REPLIES).agent(Action.CLOSES);

    assertThat(chat.heard()).containsExactly("Anything else?");
    assertThat(chat.at()).isEqualTo("end");
    assertThat(chat.reasons()).contains("Maria closed the conversation");
    assertThat(chat.session().conversation().orElseThrow().input().outcome()).isEqualTo("resolved");
  }

  @Test
  void goesBackWhenNobodyComes() {
    chat.writes("agent");
    var token = chat.token();

    chat.waits(Duration.ofMinutes(15));

    assertThat(chat.heard())
        .containsExactly(
            "Sorry for the wait.", "How can we help? [My orders | Billing | Talk to us]");
    assertThat(chat.last().effects()).contains(new Effect.WithdrawRequest(token, "first_line"));
    assertThat(chat.session().conversation().orElseThrow().input().outcome()).isEqualTo("timeout");
  }

  @Test
  void theMenuCommandTakesTheRequestBack() {
    chat.writes("agent");
    var token = chat.token();

    chat.writes("menu");

    assertThat(chat.last().effects()).contains(new Effect.WithdrawRequest(token, "first_line"));
    assertThat(chat.at()).isEqualTo("support#main_menu");
  }

  @Test
  void theButtonUnderATextTakesTheRequestBackToo() {
    chat.writes("agent");
    chat.sends(new Content.Tap(Optional.of(new ReplyId.TextButton("0a1b2c3d").text()), "Menu"));

    assertThat(chat.at()).isEqualTo("support#main_menu");
  }

  @Test
  void otherCommandsAreTheAgentsToRead() {
    assertThat(chat.writes("agent").writes("agent").last().effects()).isEmpty();
    assertThat(chat.waiting()).isInstanceOf(Waiting.ForAgent.class);
  }

  @Test
  void whereTheTeamIsNotThereTheFlowGoesOn() {
    var closed =
        FlowFixture.flow("f")
            .onAnyMessage()
            .closed("office")
            .team("people", "office")
            .handover(
                "h", "people", FlowFixture.HandoverExits.NONE.unavailable("We are away. -> name"))
            .ask("name", "Your name?", AnswerType.TEXT, "vars.name", "end", Exits.BUILT_IN)
            .build();

    assertThat(new Chat(closed).writes("x").heard()).containsExactly("We are away.", "Your name?");
  }

  @Test
  void anAgentWhoStepsInUnaskedSilencesTheBot() {
    chat.writes("hi").agent(Action.REPLIES);

    assertThat(chat.writes("thanks").heard()).isEmpty();
    assertThat(chat.waits(Duration.ofHours(1)).heard()).isEmpty();
    assertThat(chat.agent(Action.CLOSES).at()).isEqualTo("end");
  }

  @Test
  void agentsWithoutAConversationChangeNothing() {
    assertThat(chat.agent(Action.CLOSES).session().conversation()).isEmpty();
  }
}
