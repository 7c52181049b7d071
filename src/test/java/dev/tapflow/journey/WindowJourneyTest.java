package dev.tapflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The 24-hour window closes, and the customer comes back. */
@QuarkusTest
class WindowJourneyTest {

  @Test
  void asksBackByTemplateAndAsksAgainWhenTheCustomerAnswers() {
    var phone = Phone.ofANewCustomer().types("clinic").hears("What can we do for you?");

    Phone.advance("PT25H");

    phone.getsTemplate("come_back").isAt("conversation.step", "front_desk");
    assertThat(phone.state().getBoolean("contact.window.open")).isFalse();
    assertThat(phone.state().getList("outbox.state", String.class)).contains("dropped");
    phone.types("I am back").hears("What can we do for you?");
    assertThat(phone.state().getBoolean("contact.window.open")).isTrue();
  }

  @Test
  void takesTheAnswerWhenTheCustomerComesBackWithOne() {
    var phone = Phone.ofANewCustomer().types("clinic").hears("What can we do for you?");
    Phone.advance("PT25H");
    phone.getsTemplate("come_back");

    phone.taps("Book a visit").hears("In which year was the patient born?");
  }

  @Test
  void asksBackOnceHoweverManyTimersFallDue() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    Phone.advance("PT25H");
    phone.getsTemplate("come_back");

    Phone.advance("PT5H");

    assertThat(phone.heard()).filteredOn(it -> "template".equals(it.get("kind"))).hasSize(1);
  }
}
