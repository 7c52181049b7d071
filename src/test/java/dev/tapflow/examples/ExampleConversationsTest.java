package dev.tapflow.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tapflow.message.Event.AgentActed.Action;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example flows, as a customer meets them. */
class ExampleConversationsTest {

  private static final Instant MONDAY_MORNING = Instant.parse("2026-01-05T10:00:00Z");
  private static final Instant NIGHT = Instant.parse("2026-01-05T21:00:00Z");

  @Test
  void ordersAreLookedUp() throws IOException {
    var chat = new Transcript(MONDAY_MORNING, Map.of("first_name", "Ana"));

    assertThat(chat.write("hi"))
        .containsExactly(
            "Hi Ana, this is Acme support.",
            "How can we help? [My orders, Billing, Talk to us]");
    assertThat(chat.write("parcel")).containsExactly("What is your order number?");
    assertThat(chat.write("???")).containsExactly("It looks like A-1234.");
    assertThat(chat.write("A-1234")).containsExactly("Order A-1234 is on its way.");
  }

  @Test
  void anOrderThatIsNotThereGoesToSomebody() throws IOException {
    var chat = new Transcript(MONDAY_MORNING, Map.of());
    chat.write("hi");
    chat.write("1");

    assertThat(chat.write("A-0000"))
        .containsExactly(
            "There is no order A-0000 in our books. Somebody will look into it.",
            "asks first_line: Order A-0000, came from support#main_menu > support#ask_order");
  }

  @Test
  void aBillIsAskedAboutWhileNobodyIsThere() throws IOException {
    var chat = new Transcript(NIGHT, Map.of());
    chat.write("billing");
    chat.write("An amount");

    assertThat(chat.write("a lot")).containsExactly("Just the number, such as 49.90.");
    assertThat(chat.write("49.90"))
        .containsExactly(
            "Thank you. A colleague from billing goes on from here.",
            "We are back tomorrow at 9:00 and will write to you here.");
  }

  @Test
  void aVisitIsBookedAndCancelled() throws IOException {
    var chat = new Transcript(MONDAY_MORNING, Map.of("first_name", "Ana"));

    assertThat(chat.write("clinic"))
        .containsExactly(
            "Welcome to Riverside Clinic!",
            "What can we do for you? [Book a visit, Ask reception]");
    assertThat(chat.write("book")).containsExactly("In which year was the patient born?");
    assertThat(chat.write("85"))
        .containsExactly("Please send all four digits, such as 1985.");
    assertThat(chat.write("1985"))
        .containsExactly(
            "Who would you like to see? [Dr. Weber, Dr. Okafor, Dr. Moreau, Any dentist]");
    assertThat(chat.write("Dr. Weber"))
        .containsExactly("In a few words: what is the visit about?");
    assertThat(chat.write("menu pain"))
        .containsExactly("Which day suits you? [Monday, Wednesday, Friday]");
    assertThat(chat.write("wed"))
        .containsExactly(
            "And at what time on Wednesday? [08:30, 10:15, 14:00, 17:45, None of these]");
    assertThat(chat.write("10:15"))
        .containsExactly(
            "Dr. Weber, Wednesday at 10:15. Shall we book it? [Book it, Another day, Leave it]");
    assertThat(chat.write("yes"))
        .containsExactly(
            "appointment_reminder [Ana, Wednesday, 10:15]",
            "It is in the book. This is visit number 1 with us: thank you for your trust.");
    assertThat(chat.fields()).containsEntry("visit_doctor", "Dr. Weber").containsEntry("visits", 1L);

    assertThat(chat.write("clinic").getLast())
        .isEqualTo("What can we do for you? [Book a visit, My appointment, Ask reception]");
    chat.write("2");
    assertThat(chat.write("cancel"))
        .containsExactly(
            "Your appointment is cancelled. Write \"clinic\" whenever you need a new one.");
    assertThat(chat.fields()).doesNotContainKeys("visit_doctor", "visit_day", "visit_time");
  }

  @Test
  void aFeverGoesToTheNursesAtAnyTime() throws IOException {
    var chat = new Transcript(NIGHT, Map.of());
    chat.write("clinic");

    assertThat(chat.write("urgent"))
        .containsExactly(
            "We take this seriously. What is your temperature, in degrees Celsius?");
    assertThat(chat.write("40.1"))
        .containsExactly(
            "40.1 °C is high. A nurse will write to you now. If it gets worse, call 112.",
            "asks nurses: Urgent. Temperature: 40.1");
    assertThat(chat.agent(Action.ACCEPTS)).containsExactly("A nurse is with you now.");
    assertThat(chat.agent(Action.CLOSES)).containsExactly("Get well soon!");
  }
}
