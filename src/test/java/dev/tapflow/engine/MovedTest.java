package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Flow;
import dev.tapflow.flow.Release;
import dev.tapflow.flow.StepRef;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovedTest {

  private static FlowFixture flow(String menu, String ask) {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    return fixture
        .menu(
            menu,
            "Pick",
            Exits.BUILT_IN,
            fixture.option("a", "A", ask),
            fixture.option("b", "B", "last"))
        .ask(ask, "Name?", AnswerType.TEXT, "vars.name", "last", Exits.BUILT_IN)
        .menu("last", "Last", Exits.BUILT_IN, fixture.option("c", "C", "end"));
  }

  /** The newer release, where the steps have other names. */
  private static Release newer(String... fromTo) {
    var release = flow("main", "who").release("ffffffff").build();
    var moved = new HashMap<StepRef, StepRef>();
    for (int at = 0; at < fromTo.length; at += 2) {
      moved.put(new StepRef("f", fromTo[at]), new StepRef("f", fromTo[at + 1]));
    }
    var flow = release.flows().get("f");
    var changed =
        new Flow(
            flow.name(),
            flow.start(),
            flow.triggers(),
            flow.commandsOff(),
            moved,
            flow.returns(),
            flow.steps());
    return new Release(
        release.id(), release.bot(), Map.of("f", changed), release.evaluator(), release.answers());
  }

  private static Release moved() {
    return newer("m", "menu", "menu", "main", "q", "who");
  }

  private static Chat chat() {
    return new Chat(flow("m", "q").build()).writes("x");
  }

  @Test
  void aConversationGoesOnWhereItsStepIsNow() {
    var chat = chat().taps("A").republish(moved());

    assertThat(chat.writes("Ana").heard()).containsExactly("Last [C]");
    assertThat(chat.var("name")).isEqualTo("Ana");
  }

  @Test
  void aTapOnTheStepsOldNameAnswersThePendingQuestion() {
    assertThat(chat().republish(moved()).taps("A").at()).isEqualTo("f#who");
  }

  @Test
  void aTapOnAnOlderMessageIsReroutedByTheOldName() {
    var chat = chat().taps("A").republish(moved()).taps("B");

    assertThat(chat.heard()).containsExactly("Last [C]");
    assertThat(chat.reasons()).containsExactly("tapped B on an older message");
  }

  @Test
  void soItIsInANewConversation() {
    var chat = chat().taps("B").taps("C").republish(moved()).taps("A");

    assertThat(chat.heard()).containsExactly("Name?");
    assertThat(chat.at()).isEqualTo("f#who");
  }

  @Test
  void aStepThatHasNotMovedIsGone() {
    assertThat(chat().republish(newer()).taps("A").at()).isEqualTo("f#main");
    assertThat(moved().present(new StepRef("f", "nowhere"))).isEqualTo(new StepRef("f", "nowhere"));
  }

  @Test
  void stepsThatMovedInACircleAreNowhere() {
    var circle = newer("m", "n", "n", "m");

    assertThat(circle.step(circle.present(new StepRef("f", "m")))).isEmpty();
  }
}
