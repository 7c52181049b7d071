package dev.tapflow.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer is handed to a person and given back. */
@QuarkusTest
class HandoverJourneyTest {

  @BeforeEach
  void somebodyIsAtTheDesk() {
    OfficeHours.areNow();
  }

  @Test
  void isSilentWhileAnAgentHasTheConversation() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    phone.types("agent").isAt("conversation.owner", "asked");
    phone.agent("accepts").isAt("conversation.owner", "agent");
    var heard = phone.heard().size();

    phone.types("hello?").isAt("transitions[0].reason", "passed to the agent");

    assertThat(phone.heard()).hasSize(heard);
    assertThat(phone.state().getString("conversation.agent")).isEqualTo("Maria");
  }

  @Test
  void goesOnWhereTheFlowSaysWhenTheAgentCloses() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    phone.types("agent").isAt("conversation.owner", "asked");
    phone.agent("replies").isAt("conversation.owner", "agent");

    phone.agent("closes").isAt("conversation.owner", "none");
  }

  @Test
  void takesTheRequestBackForTheMenu() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    phone.types("agent").isAt("conversation.owner", "asked");

    phone.types("menu").isAt("conversation.owner", "bot").isAt("conversation.step", "main_menu");
  }
}
