package dev.tapflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.flow.Release;
import dev.tapflow.flow.release.FlowFolder;
import dev.tapflow.flow.release.LoadResult;
import dev.tapflow.flow.release.ReleaseLoader;
import dev.tapflow.message.Event.AgentActed.Action;
import dev.tapflow.message.Purpose;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The example flows, as they are shipped, with their real expressions. */
class ExampleConversationsTest {

  private static Release release;

  @BeforeAll
  static void load() throws IOException {
    release =
        switch (new ReleaseLoader().load(FlowFolder.read(Path.of("flows")))) {
          case LoadResult.Loaded loaded -> loaded.release();
          case LoadResult.Rejected rejected ->
              throw new AssertionError(rejected.findings().toString());
        };
  }

  private final Chat chat = new Chat(release);

  @Test
  void asksForAnOrderAndChecksItsForm() {
    chat.writes("hi");
    assertThat(chat.heard())
        .containsExactly(
            "Hi Ana, this is Acme support.", "How can we help? [My orders | Billing | Talk to us]");

    assertThat(chat.writes("my ORDERS").heard()).hasSize(1);
    assertThat(chat.writes("???").heard()).containsExactly("It looks like A-1234.");
    chat.writes("A-1234");
    assertThat(chat.var("order")).isEqualTo("A-1234");
  }

  @Test
  void booksAVisitFromTheFirstWordToTheLast() {
    chat.writes("Clinic");
    assertThat(chat.heard())
        .containsExactly(
            "Welcome to Riverside Clinic!",
            "What can we do for you? [Book a visit | Ask reception]");

    assertThat(chat.writes("book").heard()).containsExactly("In which year was the patient born?");
    assertThat(chat.writes("85").heard())
        .containsExactly("Please send all four digits, such as 1985.");
    assertThat(chat.writes("2030").heard())
        .containsExactly("That year is still to come. Which year was it?");
    assertThat(chat.writes("1985").heard().getFirst()).startsWith("Who would you like to see? {");
    chat.taps("Any dentist");
    assertThat(chat.writes("menu").at()).isEqualTo("clinic#choose_day");
    chat.taps("Friday");
    assertThat(chat.heard().getFirst()).startsWith("And at what time on Friday? {08:30");
    assertThat(chat.writes("2").heard())
        .containsExactly(
            "the first free dentist, Friday at 10:15. Shall we book it?"
                + " [Book it | Another day | Leave it]");
    chat.taps("Book it");

    assertThat(chat.heard())
        .containsExactly(
            "appointment_reminder/5520",
            "It is in the book. This is visit number 1 with us: thank you for your trust.");
    assertThat(chat.session().customer().fields())
        .containsEntry("visits", 1L)
        .containsEntry("birth_year", 1985L)
        .containsEntry("visit_time", "10:15");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void anAppointmentThatThereIsCanBeCancelled() {
    booksAVisitFromTheFirstWordToTheLast();

    chat.writes("clinic").taps("My appointment");
    assertThat(chat.heard().getFirst())
        .startsWith("You see the first free dentist on Friday at 10:15.");
    chat.taps("Cancel it");

    assertThat(chat.session().customer().fields()).doesNotContainKeys("visit_day", "visit_time");
  }

  @Test
  void aHighTemperatureCallsANurse() {
    chat.writes("clinic").writes("pain").writes("39,8");

    assertThat(chat.last().effects()).anyMatch(Effect.AskForAgent.class::isInstance);
    assertThat(chat.agent(Action.ACCEPTS).heard()).containsExactly("A nurse is with you now.");
    assertThat(chat.agent(Action.CLOSES).heard()).containsExactly("Get well soon!");
  }

  @Test
  void aLowOneGoesBackToTheFrontDesk() {
    assertThat(chat.writes("clinic").writes("urgent").writes("37").heard())
        .containsExactly(
            "37 °C is nothing to fear. Let us find you a time soon.",
            "What can we do for you? [Book a visit | Ask reception]");
  }

  @Test
  void nobodyIsAtReceptionAtNight() {
    chat.waits(Duration.ofHours(12)).writes("clinic").taps("Ask reception");

    assertThat(chat.heard().getFirst()).startsWith("Reception is back ").doesNotContain("null");
    assertThat(chat.at()).isEqualTo("end");
  }

  @Test
  void remindsThenGivesUp() {
    chat.writes("clinic").waits(Duration.ofMinutes(15));
    assertThat(chat.heard().getFirst()).startsWith("Are you still there?");

    assertThat(chat.waits(Duration.ofHours(2)).heard())
        .containsExactly("No hurry. Write \"clinic\" whenever you like to go on.");
  }

  @Test
  void comesBackThroughTheTemplate() {
    chat.writes("hi").waits(Duration.ofHours(25));
    chat.writes("hi").windowCloses(Purpose.QUESTION);
    assertThat(chat.heard()).containsExactly("come_back/5512");

    assertThat(chat.writes("here I am").heard())
        .containsExactly("How can we help? [My orders | Billing | Talk to us]");
  }
}
