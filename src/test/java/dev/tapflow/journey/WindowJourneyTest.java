package dev.tapflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The 24-hour window closes, and the customer comes back. */
@QuarkusTest
class WindowJourneyTest {

  @Test
  void sendsTheTemplateOutsideTheWindowAndAsksAgainWhenTheCustomerAnswers() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    phone.types("agent").isAt("conversation.owner", "asked");
    phone.agent("replies").isAt("conversation.owner", "agent");
    Phone.advance("PT25H");
    assertThat(phone.state().getBoolean("contact.window.open")).isFalse();

    phone.agent("closes").isAt("conversation.owner", "none");
  }

  @Test
  void asksBackByTemplateWhenAQuestionFallsDueAfterTheWindowClosed() {
    var phone = Phone.ofANewCustomer().types("clinic").isAt("conversation.flow", "clinic");
    phone.types("agent").isAt("conversation.owner", "asked");
    phone.agent("accepts").isAt("conversation.owner", "agent");
    Phone.advance("PT25H");

    phone.agent("closes").getsTemplate("come_back");
    phone.isAt("conversation.owner", "bot");
    var step = phone.state().getString("conversation.step");
    phone.types("I am back").isAt("contact.window.open", "true");

    phone.isAt("outbox[0].state", "accepted").isAt("conversation.step", step);
    assertThat(phone.heard().getLast().get("kind")).isIn("button", "list");
  }
}
