package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.message.Content;
import dev.tapflow.message.Purpose;
import dev.tapflow.message.ReplyId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationTest {

  private final Chat chat = new Chat(Support.release());

  @Test
  void greetsAndAsks() {
    chat.writes("good morning");

    assertThat(chat.heard())
        .containsExactly(
            "Hi Ana, this is Acme support.", "How can we help? [My orders | Billing | Talk to us]");
    assertThat(chat.purposes()).containsExactly(Purpose.STATEMENT, Purpose.QUESTION);
    assertThat(chat.at()).isEqualTo("support#main_menu");
  }

  @Test
  void tellsHowItCameToWhatItDid() {
    chat.writes("hi").taps("My orders");

    assertThat(chat.last().trace())
        .contains(
            new Trace.Moved(
                new StepRef("support", "main_menu"),
                "orders",
                new Target.To(new StepRef("support", "ask_order")),
                "tapped My orders",
                java.util.Map.of()));
  }

  @Test
  void idsOfOptionsDescribeThemselves() {
    chat.writes("hi");

    assertThat(Chat.choices(chat.messages().toList().getLast().message()))
        .extracting(choice -> ReplyId.parse(choice.id()))
        .contains(Optional.of(new ReplyId.Option("0a1b2c3d", "support", "main_menu", "orders")));
  }

  @Test
  void goesThroughToTheEnd() {
    chat.writes("hi").writes("my ORDERS").writes("A-1234");

    assertThat(chat.heard()).containsExactly("Order A-1234 is on its way.");
    assertThat(chat.at()).isEqualTo("end");
    assertThat(chat.var("order")).isEqualTo("A-1234");
    assertThat(chat.var("chosen")).isEqualTo("orders");
    assertThat(((Waiting.Over) chat.waiting()).ending()).isEqualTo(Waiting.Ending.COMPLETED);
  }

  @Test
  void aNewConversationForgetsTheVariablesAndCountsOn() {
    chat.writes("hi").writes("parcel").writes("A-1234");
    var lastToken = chat.session().conversation().orElseThrow().lastToken();
    chat.writes("hi");

    var conversation = chat.session().conversation().orElseThrow();
    assertThat(conversation.ordinal()).isEqualTo(2);
    assertThat(conversation.vars()).isEmpty();
    assertThat(conversation.lastToken()).isGreaterThan(lastToken);
  }

  @Test
  void theOptionAndItsTitleReachTheFlow() {
    chat.writes("hi").writes("2");

    var input = chat.session().conversation().orElseThrow().input();
    assertThat(input).isEqualTo(new Input("2", "billing", "Billing", "text", "billing", null));
  }

  @Test
  void aWrongAnswerLeavesNoOptionAndKeepsItsKind() {
    chat.writes("hi")
        .sends(
            new Content.Media(Content.MediaKind.IMAGE, "1", Optional.of("look"), Optional.empty()));

    assertThat(chat.heard())
        .containsExactly("Please tap one of the options. [My orders | Billing | Talk to us]");
    assertThat(chat.session().conversation().orElseThrow().input())
        .isEqualTo(new Input("look", null, null, "image", null, null));
  }

  @Test
  void reactionsAreNoAnswer() {
    chat.writes("hi").sends(new Content.Reaction("wamid.1", Optional.of("👍")));

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.at()).isEqualTo("support#main_menu");
    assertThat(chat.reasons()).containsExactly("put an emoji on a message");
  }

  @Test
  void nobodyAnswersWhereNoFlowTakesTheMessage() {
    var silent = new Chat(FlowFixture.flow("a").onWords("go").say("s", "Yes?", "end").build());

    silent.writes("hello");

    assertThat(silent.heard()).isEmpty();
    assertThat(silent.session().conversation()).isEmpty();
    assertThat(silent.writes("Gó!").heard()).isEmpty();
    assertThat(silent.writes(" GÓ ").heard()).containsExactly("Yes?");
  }

  @Test
  void aConversationAtAStepThatIsGoneBeginsAnew() {
    chat.writes("hi").taps("My orders");

    chat.republish(FlowFixture.flow("other").onAnyMessage().say("s", "A new bot.", "end").build());

    assertThat(chat.writes("A-1234").heard()).containsExactly("A new bot.");
    assertThat(chat.reasons()).contains("the release has no such step any more");
  }
}
