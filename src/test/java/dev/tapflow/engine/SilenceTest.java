package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Release;
import dev.tapflow.message.Event;
import dev.tapflow.message.Purpose;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilenceTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private static Release release(
      Optional<String> remind, Optional<Duration> after, Optional<Duration> beforeWindow) {
    var fixture = FlowFixture.flow("f").onAnyMessage();
    var giveUp = new Exits.GiveUp(after, beforeWindow, fixture.target("bye"));
    var silence =
        new Exits.Silence(
            MINUTE.multipliedBy(10), remind.map(FlowFixture::text), Optional.of(giveUp));
    return fixture
        .menu("m", "Pick", FlowFixture.silent(silence), fixture.option("a", "A", "end"))
        .say("bye", "Bye.", "end")
        .build();
  }

  @Test
  void remindsOnceByTheSameMenu() {
    var chat = new Chat(Support.release()).writes("hi");

    assertThat(chat.waits(MINUTE.multipliedBy(9)).heard()).isEmpty();
    assertThat(chat.waits(MINUTE).heard())
        .containsExactly("Still there? [My orders | Billing | Talk to us]");
    assertThat(chat.purposes()).containsExactly(Purpose.REMINDER);
    assertThat(chat.reasons()).containsExactly("no answer for 10 minutes");
    assertThat(chat.waits(Duration.ofHours(20)).heard()).isEmpty();
  }

  @Test
  void givesUpBeforeTheWindowCloses() {
    var chat = new Chat(Support.release()).writes("hi").waits(Duration.ofHours(1));

    assertThat(chat.waits(Duration.ofHours(22).plus(MINUTE.multipliedBy(29))).heard()).isEmpty();
    assertThat(chat.waits(MINUTE).heard()).containsExactly("Talk to you soon.");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void givesUpSomeTimeAfterTheReminder() {
    var chat =
        new Chat(release(Optional.of("Hello?"), Optional.of(MINUTE), Optional.empty())).writes("x");

    assertThat(chat.waits(MINUTE.multipliedBy(10)).heard()).containsExactly("Hello? [A]");
    assertThat(chat.waits(MINUTE).heard()).containsExactly("Bye.");
  }

  @Test
  void givesUpAtTheEarliestOfBoth() {
    var early = Optional.of(Duration.ofHours(23).plus(MINUTE.multipliedBy(55)));
    var chat = new Chat(release(Optional.of("Hello?"), Optional.of(MINUTE), early)).writes("x");

    // five minutes after the question the window is 23 hours 55 minutes from its end
    assertThat(chat.waits(MINUTE.multipliedBy(5)).heard()).containsExactly("Bye.");
  }

  @Test
  void givesUpWithoutAReminder() {
    var chat = new Chat(release(Optional.empty(), Optional.empty(), Optional.empty())).writes("x");

    assertThat(chat.waits(MINUTE.multipliedBy(10)).heard()).containsExactly("Bye.");
  }

  @Test
  void aMessageOfTheCustomerStartsTheSilenceAnew() {
    var chat = new Chat(Support.release()).writes("hi").waits(MINUTE.multipliedBy(9));

    chat.writes("???");

    assertThat(chat.waits(MINUTE.multipliedBy(9)).heard()).isEmpty();
    assertThat(chat.waits(MINUTE).heard()).hasSize(1);
  }

  @Test
  void aLateTimerIsIgnored() {
    var chat = new Chat(Support.release()).writes("hi");
    var old = chat.token();
    chat.writes("???");
    var before = chat.session();

    chat.meets(new Event.TimerFired(old));

    assertThat(chat.session()).isEqualTo(before);
    assertThat(chat.last().effects()).isEmpty();
    assertThat(chat.last().trace()).singleElement().isInstanceOf(Trace.Stayed.class);
  }

  @Test
  void aClosedWindowHasNoEndToGiveUpBefore() {
    var chat =
        new Chat(release(Optional.of("Hello?"), Optional.empty(), Optional.of(MINUTE))).writes("x");
    chat.windowCloses(Purpose.QUESTION);

    assertThat(chat.waits(Duration.ofMinutes(20)).at()).isEqualTo("f#m");
    assertThat(chat.waiting().nextAlarm()).isEmpty();
  }
}
