package dev.tapflow.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A customer taps through the example flows. */
@QuarkusTest
class ConversationJourneyTest {

  @Test
  void goesThroughAMenuByTaps() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");

    phone.taps("My orders").hears("What is your order number?");

    phone.isAt("conversation.step", "ask_order").isAt("conversation.owner", "bot");
    assertThat(phone.state().getList("transitions.reason", String.class))
        .anyMatch(reason -> reason.contains("My orders"));
  }

  @Test
  void understandsWhatIsTyped() {
    var phone = Phone.ofANewCustomer().types("hello").hears("How can we help?");

    phone.types("my ORDERS").hears("What is your order number?");
    phone.types("???").hears("It looks like A-1234.");
  }

  @Test
  void foldsTheGreetingIntoTheQuestionThatFollows() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");

    assertThat(phone.heard()).hasSize(1);
    assertThat(phone.heard().getFirst().get("body").toString())
        .startsWith("Hi there, this is Acme support.");
  }

  @Test
  void answersATapOnAnOldMenuByWhereItLeads() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    phone.taps("My orders").hears("What is your order number?");

    phone.taps("Billing").isAt("conversation.flow", "billing");
  }

  @Test
  void handlesADuplicateOnce() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");
    var wamid = "wamid.TWICE" + phone.number();
    Map<String, Object> message =
        Map.of("id", wamid, "type", "text", "text", Map.of("body", "my orders"));

    phone.sends(message).hears("What is your order number?");
    var before = phone.state().getList("transitions").size();
    phone.sends(message).types("A-1234").isAt("conversation.vars.order", "A-1234");

    assertThat(phone.state().getList("transitions.exit", String.class))
        .filteredOn("orders"::equals)
        .hasSize(1);
    assertThat(before).isPositive();
  }

  @Test
  void keepsBothIdsThatOctopodsGave() {
    var phone = Phone.ofANewCustomer().types("hi").hears("How can we help?");

    phone.isAt("outbox[0].state", "accepted");
    List<Map<String, Object>> accepted =
        given()
            .queryParam("phone", "+" + phone.number())
            .get("/sandbox/control/accepted")
            .jsonPath()
            .getList("$");
    assertThat(accepted).hasSize(1);
    phone.isAt("outbox[0].delivery", "delivered");
  }
}
