package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Check;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Expression;
import dev.tapflow.flow.Release;
import dev.tapflow.message.Content;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WrongAnswersTest {

  private static Release asking(Exits exits, AnswerType type, Check... checks) {
    return FlowFixture.flow("f")
        .onAnyMessage()
        .ask("q", "How many?", type, "vars.count", "thanks", exits, checks)
        .say("thanks", "${vars.count} it is.", "end")
        .say("sorry", "Sorry.", "end")
        .build();
  }

  private static Exits wrong(int tries, String goTo, String... say) {
    return FlowFixture.flow("f").wrong(tries, goTo, say);
  }

  @Test
  void eachTryHasItsTextTheLastRepeatsAndTheNthLeavesWithoutAWord() {
    var chat = new Chat(asking(wrong(4, "sorry", "A number.", "Digits."), AnswerType.INTEGER));

    chat.writes("x");
    assertThat(chat.writes("a").heard()).containsExactly("A number.");
    assertThat(chat.writes("b").heard()).containsExactly("Digits.");
    assertThat(chat.writes("c").heard()).containsExactly("Digits.");
    assertThat(chat.writes("d").heard()).containsExactly("Sorry.");
  }

  @Test
  void withoutATextTheQuestionIsSentAgain() {
    var chat = new Chat(asking(wrong(3, "sorry"), AnswerType.INTEGER));

    assertThat(chat.writes("x").writes("a").heard()).containsExactly("How many?");
  }

  @Test
  void theWordsOfACheckStandForThoseOfWrongWhateverCameInstead() {
    var few =
        new Check.Holds(
            new Expression("input.value == 3"), Optional.of(FlowFixture.text("Three only.")));
    var chat = new Chat(asking(wrong(3, "sorry", "A number."), AnswerType.INTEGER, few));

    chat.writes("x");
    assertThat(chat.writes("many").heard()).containsExactly("Three only.");
    assertThat(chat.writes("4").heard()).containsExactly("Three only.");
  }

  @Test
  void aCheckThatFailsToEvaluateIsNotMet() {
    var broken = new Check.Holds(new Expression("fails"), Optional.empty());
    var chat = new Chat(asking(wrong(3, "sorry", "Again."), AnswerType.TEXT, broken));

    assertThat(chat.writes("x").writes("a").heard()).containsExactly("Again.");
    assertThat(chat.last().trace())
        .anyMatch(it -> it instanceof Trace.Failed failed && failed.expression().equals("fails"));
  }

  @Test
  void aTypedValueIsKeptWithItsType() {
    var chat = new Chat(asking(wrong(3, ""), AnswerType.INTEGER));

    assertThat(chat.writes("x").writes(" 7 ").heard()).containsExactly("7 it is.");
    assertThat(chat.var("count")).isEqualTo(7L);
  }

  @Test
  void theThirdWrongAnswerAsksTheFirstTeam() {
    var fixture = FlowFixture.flow("f").team("people").team("others").onAnyMessage();
    var chat =
        new Chat(
            fixture.menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "A", "end")).build());

    chat.writes("x").writes("1st").writes("2nd").writes("3rd");

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.waiting())
        .isInstanceOfSatisfying(
            Waiting.ForAgent.class,
            asked -> {
              assertThat(asked.team()).isEqualTo("people");
              assertThat(asked.implicit()).isTrue();
              assertThat(asked.note()).contains("typed 3rd", "f#m");
            });
  }

  @Test
  void withoutTeamsTheQuestionIsPutAgainForEver() {
    var chat = new Chat(asking(Exits.BUILT_IN, AnswerType.INTEGER));

    chat.writes("x");
    for (int i = 0; i < 10; i++) {
      assertThat(chat.writes("no").heard()).containsExactly("How many?");
    }
  }

  @Test
  void whereTheFirstTeamIsNotThereTheQuestionIsPutAgain() {
    var fixture = FlowFixture.flow("f").closed("office").team("people", "office").onAnyMessage();
    var chat =
        new Chat(
            fixture.menu("m", "Pick", Exits.BUILT_IN, fixture.option("a", "A", "end")).build());

    assertThat(chat.writes("x").writes("1st").writes("2nd").writes("3rd").heard())
        .containsExactly("Pick [A]");
  }

  @Test
  void aQuestionComeToAnewCountsAnew() {
    var fixture = FlowFixture.flow("f").onAnyMessage().command("menu", "m");
    var exits = fixture.wrong(2, "sorry", "Once.");
    var chat =
        new Chat(
            fixture
                .menu("m", "Pick", exits, fixture.option("a", "A", "end"))
                .say("sorry", "Sorry.", "end")
                .build());

    assertThat(chat.writes("x").writes("?").writes("menu").writes("?").heard())
        .containsExactly("Once. [A]");
    assertThat(chat.writes("?").heard()).containsExactly("Sorry.");
  }

  @Test
  void emptyAnswersAndOtherKindsAreWrong() {
    var chat = new Chat(asking(wrong(9, "sorry", "Words."), AnswerType.TEXT));

    chat.writes("x");
    assertThat(chat.writes("  ").heard()).containsExactly("Words.");
    assertThat(chat.sends(new Content.Unsupported("poll")).heard()).containsExactly("Words.");
    assertThat(chat.sends(new Content.Location(1, 2, Optional.empty(), Optional.empty())).heard())
        .containsExactly("Words.");
    assertThat(chat.session().conversation().orElseThrow().input().kind()).isEqualTo("location");
  }
}
