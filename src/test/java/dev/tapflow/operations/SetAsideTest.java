package dev.tapflow.operations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tapflow.inbox.Acceptance;
import dev.tapflow.inbox.InboundEvents;
import dev.tapflow.inbox.InboundEvents.SetAside;
import dev.tapflow.inbox.Inbox;
import dev.tapflow.inbox.Rows;
import dev.tapflow.message.BusinessClock;
import dev.tapflow.message.ContactKey;
import dev.tapflow.message.Content;
import dev.tapflow.message.Event;
import dev.tapflow.message.Inbound;
import dev.tapflow.message.PhoneNumber;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What an operator does with events that could not be handled. Each test has its own customers. */
@QuarkusTest
class SetAsideTest {

  private static final String PATH = "/api/v1/set-aside";

  @Inject Inbox inbox;
  @Inject InboundEvents events;
  @Inject BusinessClock clock;
  @Inject Rows rows;

  @Test
  void isPutBackOnceHoweverOftenAsked() {
    // Given
    var message = message("+34655000001", "wamid.1", "hi");
    setAside(message, "it hurt");
    given()
        .get(PATH + "?contact={contact}", "main/+34655000001")
        .then()
        .statusCode(200)
        .body("events.id", contains("wamid.1"))
        .body("events[0].kind", equalTo("message.text"))
        .body("events[0].error", equalTo("it hurt"))
        .body("events[0].payload", containsString("\"raw\""))
        .body("next", nullValue());

    // When
    retry("main/+34655000001", "wamid.1").body("events.id", contains("wamid.1"));
    retry("main/+34655000001", "wamid.1").body("events", empty());

    // Then
    assertThat(rows.eventsOf("main/+34655000001"))
        .containsExactly("again/1/wamid.1 handled", "wamid.1 returned");
    assertThat(started("main/+34655000001")).containsExactly("1");
    accept(List.of(message));
    assertThat(started("main/+34655000001")).containsExactly("1");
    given().get(PATH + "?contact={contact}", "main/+34655000001").then().body("events", empty());
  }

  @Test
  void isSetAsideAnewWhenItFailsAgain() {
    // Given
    accept(List.of(poisoned("+34655000002", "wamid.1")));

    // When
    retry("main/+34655000002", "wamid.1").body("events.id", contains("wamid.1"));
    retry("main/+34655000002", "again/1/wamid.1").body("events.id", contains("again/1/wamid.1"));

    // Then
    assertThat(rows.eventsOf("main/+34655000002"))
        .containsExactly(
            "again/1/wamid.1 returned", "again/2/wamid.1 set_aside", "wamid.1 returned");
  }

  @Test
  void isDismissed() {
    // Given
    setAside(message("+34655000003", "wamid/1", "hi"), "it hurt");

    // When
    dismiss("main/+34655000003", "wamid/1", 204);

    // Then
    dismiss("main/+34655000003", "wamid/1", 404);
    retry("main/+34655000003", "wamid/1").body("events", empty());
    assertThat(rows.eventsOf("main/+34655000003")).containsExactly("wamid/1 dismissed");
  }

  @Test
  void isListedInPages() {
    // Given
    IntStream.range(0, 5)
        .forEach(i -> setAside(message("+34655000004", "wamid." + i, "hi"), "it hurt"));

    // When
    var first = page().body("events.id", contains("wamid.4", "wamid.3", "wamid.2"));
    String next = first.body("next", notNullValue()).extract().path("next");

    // Then
    page("before", next).body("events.id", contains("wamid.1", "wamid.0"));
    page("before", "nonsense").statusCode(400);
  }

  @Test
  void isCountedWhereAnOperatorLooks() {
    setAside(message("+34655000005", "wamid.1", "hi"), "it hurt");

    given()
        .get("/q/health/well")
        .then()
        .body("checks.find { it.name == 'set aside' }.status", equalTo("UP"))
        .body("checks.find { it.name == 'set aside' }.data.events", greaterThan(0));
  }

  @Test
  void refusesWhatItCannotUnderstand() {
    given().contentType("application/json").post(PATH + "/retry").then().statusCode(400);
    given()
        .contentType("application/json")
        .body("{\"events\": [{\"contact\": \"nobody\", \"id\": \"x\"}]}")
        .post(PATH + "/retry")
        .then()
        .statusCode(400);
    given().get(PATH + "?most=101").then().statusCode(400);
  }

  @Test
  void onePoisonedCustomerDelaysNobodyElse() {
    // Given
    var batch = new ArrayList<Inbound>();
    IntStream.range(0, 1000)
        .forEach(i -> batch.add(unheeded("+346560%05d".formatted(i), "wamid.p")));
    batch.add(500, poisoned("+34655000006", "wamid.1"));
    batch.add(700, poisoned("+34655000006", "wamid.2"));
    batch.add(701, message("+34655000006", "wamid.3", "hi"));

    // When
    accept(batch);

    // Then
    assertThat(
            rows.strings(
                "SELECT state || ' ' || count(*) FROM inbound_event WHERE external_id = ?"
                    + " GROUP BY state",
                "wamid.p"))
        .containsExactly("handled 1000");
    assertThat(rows.eventsOf("main/+34655000006"))
        .containsExactly("wamid.1 set_aside", "wamid.2 set_aside", "wamid.3 handled");
  }

  private void setAside(Inbound event, String why) {
    QuarkusTransaction.requiringNew().run(() -> events.setAside(List.of(new SetAside(event, why))));
  }

  private void accept(List<Inbound> batch) {
    assertThat(inbox.accept(batch).toCompletableFuture().join())
        .isEqualTo(new Acceptance.Durable());
  }

  private List<String> started(String contact) {
    return rows.strings("SELECT count(*) FROM conversation WHERE contact_key = ?", contact);
  }

  private static ValidatableResponse page(Object... more) {
    var request = given().queryParam("contact", "main/+34655000004").queryParam("most", 3);
    for (int i = 0; i < more.length; i += 2) {
      request.queryParam((String) more[i], more[i + 1]);
    }
    return request.get(PATH).then();
  }

  private static ValidatableResponse retry(String contact, String id) {
    return given()
        .contentType("application/json")
        .body("{\"events\": [{\"contact\": \"%s\", \"id\": \"%s\"}]}".formatted(contact, id))
        .post(PATH + "/retry")
        .then()
        .statusCode(200);
  }

  private static void dismiss(String contact, String id, int status) {
    given()
        .queryParam("contact", contact)
        .queryParam("id", id)
        .delete(PATH)
        .then()
        .statusCode(status);
  }

  private Inbound message(String number, String id, String text) {
    return inbound(number, id, Optional.empty(), text);
  }

  /** Handled without a word: nobody waits for this agent. */
  private Inbound unheeded(String number, String id) {
    return new Inbound(
        new ContactKey("main", number),
        id,
        clock.now(),
        new Event.AgentActed(Event.AgentActed.Action.REPLIES, "Eve"),
        new byte[0]);
  }

  /** The database takes no U+0000; a webhook would have replaced it. */
  private Inbound poisoned(String number, String id) {
    return inbound(number, id, Optional.of("A\u0000a"), "hi");
  }

  private Inbound inbound(String number, String id, Optional<String> profileName, String text) {
    var phone = PhoneNumber.parse(number);
    return new Inbound(
        new ContactKey("main", number),
        id,
        clock.now(),
        new Event.Message(phone, profileName, Optional.empty(), new Content.Text(text)),
        "{\"raw\":true}".getBytes(StandardCharsets.UTF_8));
  }
}
