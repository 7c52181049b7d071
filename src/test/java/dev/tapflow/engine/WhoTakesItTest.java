package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhoTakesItTest {

  private static final String MENU = "How can we help? [My orders | Billing | Talk to us]";

  private final Chat chat = new Chat(Support.release());

  @Test
  void anOptOutEndsEverythingWithOneConfirmation() {
    chat.writes("hi").writes(" Stop ");

    assertThat(chat.heard()).containsExactly("You will hear no more from us.");
    assertThat(chat.purposes()).containsExactly(Purpose.CONFIRMATION);
    assertThat(chat.session().customer().optedOut()).isTrue();
    assertThat(((Waiting.Over) chat.waiting()).ending()).isEqualTo(Waiting.Ending.OPTED_OUT);
    assertThat(chat.writes("hello?").heard()).isEmpty();
    assertThat(chat.writes("stop").heard()).isEmpty();
  }

  @Test
  void anOptOutWordInASentenceIsNone() {
    chat.writes("hi").writes("please stop");

    assertThat(chat.session().customer().optedOut()).isFalse();
  }

  @Test
  void anOptOutCountsWhileAnAgentHasIt() {
    chat.writes("agent").agent(Event.AgentActed.Action.ACCEPTS).writes("stop");

    assertThat(chat.session().customer().optedOut()).isTrue();
    assertThat(chat.heard()).containsExactly("You will hear no more from us.");
  }

  @Test
  void anOptInLetsTheBotSpeakAgain() {
    chat.writes("stop").writes("start");

    assertThat(chat.heard()).containsExactly("Welcome back.");
    assertThat(chat.writes("hi").heard()).contains(MENU);
  }

  @Test
  void aCommandWorksInTheMiddleOfAQuestion() {
    chat.writes("hi").taps("My orders").writes("Menu");

    assertThat(chat.heard()).containsExactly(MENU);
    assertThat(chat.reasons()).containsExactly("said Menu");
  }

  @Test
  void aTapIsNeverTakenForACommand() {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    var odd =
        new Chat(
            fixture
                .command("menu", "other")
                .menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "Menu", "chosen"))
                .say("chosen", "Chosen.", "end")
                .say("other", "Other.", "end")
                .build());

    assertThat(odd.writes("x").taps("Menu").heard()).containsExactly("Chosen.");
  }

  @Test
  void aTapOnAnOlderMenuGoesWhereItsOptionLeads() {
    chat.writes("hi").taps("My orders").taps("Billing");

    assertThat(chat.heard()).containsExactly("Which invoice?");
    assertThat(chat.reasons()).containsExactly("tapped Billing on an older message");
  }

  @Test
  void aTapOnAnOlderMenuCanBeIgnoredOrAskedAgain() {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    var release =
        fixture
            .menu(
                "m",
                "Pick",
                Exits.BUILT_IN,
                fixture.option("a", "A", "n"),
                fixture.option("b", "B", "o"))
            .menu(
                "n",
                "Next",
                FlowFixture.stale(Exits.Stale.ASK_AGAIN),
                fixture.option("c", "C", "end"))
            .menu(
                "o",
                "Other",
                FlowFixture.stale(Exits.Stale.EXPIRED),
                fixture.option("d", "D", "end"))
            .build();

    assertThat(new Chat(release).writes("x").taps("A").taps("B").heard())
        .containsExactly("Next [C]");
    var expired = new Chat(release).writes("x").taps("B").taps("A");
    assertThat(expired.heard()).isEmpty();
    assertThat(expired.at()).isEqualTo("f#o");
  }

  @Test
  void aTapOnAnOldMenuBeginsANewConversationWhereItLeads() {
    chat.writes("hi").taps("My orders").writes("A-1234").taps("Billing");

    assertThat(chat.heard()).containsExactly("Which invoice?");
    assertThat(chat.session().conversation().orElseThrow().ordinal()).isEqualTo(2);
  }

  @Test
  void aTapOnAnOptionThatIsGoneBeginsLikeAnyMessage() {
    chat.sends(new Content.Tap(Optional.of("o1.0a1b2c3d.support.main_menu.gone"), "Gone"));

    assertThat(chat.heard()).contains(MENU);
  }

  @Test
  void aTapOnAnOptionThatIsGoneAsksAgainAndIsNotWrong() {
    chat.writes("hi").sends(new Content.Tap(Optional.of("o1.ffffffff.old.step.gone"), "Gone"));

    assertThat(chat.heard()).containsExactly(MENU);
    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isZero();
  }

  @Test
  void theButtonUnderATextIsACommandAndNeverWrong() {
    chat.writes("hi").taps("My orders");
    chat.sends(new Content.Tap(Optional.of(new ReplyId.TextButton("0a1b2c3d").text()), "Menu"));

    assertThat(chat.heard()).containsExactly(MENU);
    chat.taps("My orders").tapsWithoutId("Menu");
    assertThat(chat.heard()).containsExactly(MENU);
  }

  @Test
  void aBareOptionIdOrATitleAloneAnswersThePendingQuestion() {
    assertThat(chat.writes("hi").sends(new Content.Tap(Optional.of("billing"), "whatever")).heard())
        .containsExactly("Which invoice?");
    assertThat(chat.writes("menu").tapsWithoutId("Billing").heard())
        .containsExactly("Which invoice?");
  }

  @Test
  void triggerWordsWinOnlyOverAWrongAnswer() {
    chat.writes("hi");

    assertThat(chat.writes("bill").heard()).containsExactly("Which invoice?");
    // "bill" is an answer to the question for the invoice
    chat.writes("bill");
    assertThat(chat.at()).isEqualTo("end");
    assertThat(chat.var("invoice")).isEqualTo("bill");
  }

  @Test
  void wordsAreAnswersWhereAQuestionTurnedCommandsOff() {
    var fixture = FlowFixture.flow("f").onAnyMessage().command("menu", "a").optOut("stop", "Bye.");
    var chat =
        new Chat(
            fixture
                .step(
                    "a",
                    new Question.Ask(
                        FlowFixture.text("Your name?"),
                        AnswerType.TEXT,
                        List.of(),
                        Optional.of(FlowFixture.variable("vars.name")),
                        new Target.End(),
                        Exits.BUILT_IN,
                        true))
                .build());

    chat.writes("x").writes("menu");
    assertThat(chat.var("name")).isEqualTo("menu");
    assertThat(chat.writes("x").writes("stop").heard()).containsExactly("Bye.");
  }
}
