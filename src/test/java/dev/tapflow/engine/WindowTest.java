package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.AnswerType;
import dev.tapflow.flow.Exits;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {

  private static final String MENU = "How can we help? [My orders | Billing | Talk to us]";

  private final Chat chat = new Chat(Support.release());

  @Test
  void asksTheCustomerBackOnceByTheTemplate() {
    chat.writes("hi").windowCloses(Purpose.REMINDER);

    assertThat(chat.heard()).containsExactly("come_back/5512");
    assertThat(chat.purposes()).containsExactly(Purpose.REOPENING);
    assertThat(chat.session().customer().reopening()).isTrue();
    assertThat(chat.at()).isEqualTo("support#main_menu");
    assertThat(chat.windowCloses(Purpose.QUESTION).heard()).isEmpty();
  }

  @Test
  void saysNothingMoreUntilTheCustomerWrites() {
    chat.writes("hi").windowCloses(Purpose.QUESTION);

    assertThat(chat.waits(Duration.ofHours(30)).heard()).isEmpty();
    assertThat(chat.reasons())
        .contains("the window is closed and the customer has been asked back");
  }

  @Test
  void takesTheAnswerOfWhoComesBackWithOne() {
    chat.writes("hi").windowCloses(Purpose.REMINDER);

    assertThat(chat.taps("My orders").heard()).containsExactly("What is your order number?");
    assertThat(chat.session().customer().reopening()).isFalse();
  }

  @Test
  void putsTheQuestionAgainToWhoComesBackWithAnythingElse() {
    chat.writes("hi").windowCloses(Purpose.QUESTION);

    assertThat(chat.writes("I am back").heard()).containsExactly(MENU);
    assertThat(((Waiting.ForAnswer) chat.waiting()).wrong()).isZero();
    assertThat(chat.writes("what?").heard())
        .containsExactly("Please tap one of the options. [My orders | Billing | Talk to us]");
  }

  @Test
  void aTapOnTheTemplateCountsByItsTitle() {
    chat.writes("hi").windowCloses(Purpose.QUESTION);
    assertThat(chat.tapsWithoutId("Yes, go on").heard()).containsExactly(MENU);

    chat.windowCloses(Purpose.QUESTION);
    assertThat(chat.tapsWithoutId("My orders").heard())
        .containsExactly("What is your order number?");
  }

  @Test
  void anOpenQuestionThatWasNeverSeenIsPutAgain() {
    var release =
        FlowFixture.flow("f")
            .onAnyMessage()
            .ask("q", "Your name?", AnswerType.TEXT, "vars.name", "end", Exits.BUILT_IN)
            .build();

    var unseen = new Chat(release).writes("x").windowCloses(Purpose.QUESTION);
    assertThat(unseen.writes("hello").heard()).containsExactly("Your name?");
    assertThat(unseen.writes("Ana").at()).isEqualTo("end");

    var seen = new Chat(release).writes("x").windowCloses(Purpose.REMINDER);
    assertThat(seen.writes("Ana").at()).isEqualTo("end");
    assertThat(seen.var("name")).isEqualTo("Ana");
  }

  @Test
  void aMessageThatOpensNoWindowBringsNobodyBack() {
    chat.writes("hi").waits(Duration.ofHours(23)).windowCloses(Purpose.QUESTION);

    chat.meets(
        new Event.Message(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            new Content.Unsupported("unknown")));

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.session().customer().reopening()).isTrue();
  }

  @Test
  void theBotStaysSilentForTheAgent() {
    chat.writes("agent").windowCloses(Purpose.HANDOVER);

    assertThat(chat.heard()).isEmpty();
  }

  @Test
  void lateNewsOfAClosedWindowIsIgnoredWhereTheCustomerHasWrittenSince() {
    chat.writes("hi").meets(new Event.WindowClosed(List.of(Purpose.REMINDER), true));

    assertThat(chat.heard()).isEmpty();
    assertThat(chat.session().customer().reopening()).isFalse();
  }

  @Test
  void aQuestionThatDidNotArriveIsHeldOrLeft() {
    chat.writes("hi");
    chat.meets(new Event.Undelivered(Purpose.QUESTION, chat.token(), "refused"));
    assertThat(chat.at()).isEqualTo("support#main_menu");
    assertThat(chat.writes("what?").heard()).containsExactly(MENU);

    var fixture = FlowFixture.flow("f").onAnyMessage();
    var exits =
        new Exits(
            Exits.BUILT_IN.wrong(),
            Optional.empty(),
            Exits.Stale.REROUTE,
            new Exits.Undelivered.GoTo(fixture.target("other")));
    var left =
        new Chat(
            fixture
                .ask("q", "Name?", AnswerType.TEXT, "vars.name", "end", exits)
                .say("other", "Another way.", "end")
                .build());
    left.writes("x").meets(new Event.Undelivered(Purpose.QUESTION, left.token(), "refused"));
    assertThat(left.heard()).containsExactly("Another way.");
  }

  @Test
  void newsOfAnOlderQuestionIsIgnored() {
    chat.writes("hi");
    var old = chat.token();
    chat.taps("My orders").meets(new Event.Undelivered(Purpose.QUESTION, old, "refused"));

    assertThat(((Waiting.ForAnswer) chat.waiting()).unseen()).isFalse();
  }

  @Test
  void newsOfTheQuestionCountsAfterItsReminderToo() {
    chat.writes("hi");
    var question = chat.token();
    chat.waits(Duration.ofMinutes(10));
    chat.meets(new Event.Undelivered(Purpose.QUESTION, question, "expired"));

    assertThat(((Waiting.ForAnswer) chat.waiting()).unseen()).isTrue();
  }
}
