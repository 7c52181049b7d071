package dev.tapflow.sandbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The other side over HTTP: its doors, its faults, and what it posts back. */
@QuarkusTest
class SandboxHttpTest {

  private static final String ANA = "/sandbox/phones/+34600000001";
  private static final String OCTOPODS = "/sandbox/octopods/api/v1/whatsapp";
  private static final String MENU =
      """
      {"destination_phone":"+34600000001","waba_interactive_message":{"type":"button",
       "body":{"text":"How can we help?"},"action":{"buttons":[
        {"type":"reply","reply":{"id":"orders","title":"My orders"}},
        {"type":"reply","reply":{"id":"billing","title":"Billing"}}]}}}
      """;

  @TestHTTPResource URI server;

  private final WebhookCatcher meta = new WebhookCatcher();

  SandboxHttpTest() throws IOException {}

  @BeforeEach
  void startAfresh() {
    given().post("/sandbox/control/reset").then().statusCode(204);
    put("/sandbox/control/webhook", "{\"url\":\"%s\",\"statuses\":false}".formatted(meta.url()));
  }

  @AfterEach
  void leaveNothing() {
    given().post("/sandbox/control/reset").then().statusCode(204);
    meta.close();
  }

  @Test
  void postsWhatACustomerTypesSignedOverItsBytes() throws Exception {
    post(ANA + "/texts", "{\"text\":\"Grüße\"}").statusCode(202);

    var caught = meta.next();
    assertThat(caught.signature()).isEqualTo(MetaSignature.of("sandbox-secret", caught.body()));
    assertThat(caught.text()).contains("Gr\\u00fc\\u00dfe");
    var message = caught.value().at("/messages/0");
    assertThat(message.path("from").asText()).isEqualTo("34600000001");
    assertThat(message.at("/text/body").asText()).isEqualTo("Grüße");
  }

  @Test
  void postsToThisVeryServerUnlessItIsToldOtherwise() {
    given().post("/sandbox/control/reset").then().statusCode(204);
    given()
        .get("/sandbox/control/webhook")
        .then()
        .body(
            "url",
            equalTo("http://localhost:%d/webhooks/whatsapp/main".formatted(server.getPort())));
  }

  @Test
  void postsAgainUntilItIsTakenAndInOrder() throws Exception {
    meta.answer(503);
    post(ANA + "/texts", "{\"text\":\"one\"}");
    post(ANA + "/texts", "{\"text\":\"two\"}");

    assertThat(meta.next().text()).contains("\"one\"");
    assertThat(meta.next().text()).contains("\"one\"");
    assertThat(meta.next().text()).contains("\"two\"");
  }

  @Test
  void carriesAMenuToThePhoneAndTheTapBack() throws Exception {
    write();
    String wamid =
        send(MENU)
            .statusCode(201)
            .body("message_id", notNullValue(), "channel_message_id", startsWith("wamid."))
            .extract()
            .path("channel_message_id");
    given()
        .get(ANA + "/messages")
        .then()
        .body(
            "messages[1].kind", equalTo("button"),
            "messages[1].status", equalTo("delivered"),
            "messages[1].buttons.title", contains("My orders", "Billing"));

    post(ANA + "/taps", "{\"message_id\":\"%s\",\"option_id\":\"billing\"}".formatted(wamid))
        .statusCode(202);
    var tap = meta.next().value().at("/messages/0");
    assertThat(tap.path("interactive").toString())
        .isEqualTo(
            "{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"billing\",\"title\":\"Billing\"}}");
    assertThat(tap.at("/context/id").asText()).isEqualTo(wamid);
  }

  @Test
  void postsSentDeliveredAndRead() throws Exception {
    write();
    put("/sandbox/control/webhook", "{\"statuses\":true,\"status_delay\":\"PT0S\"}");
    send(MENU).statusCode(201);
    assertThat(meta.next().value().at("/statuses/0/status").asText()).isEqualTo("sent");
    assertThat(meta.next().value().at("/statuses/0/status").asText()).isEqualTo("delivered");

    given().post(ANA + "/read").then().statusCode(202);
    assertThat(meta.next().value().at("/statuses/0/status").asText()).isEqualTo("read");
  }

  @Test
  void closesTheWindowByItsOwnClock() throws Exception {
    send(MENU).statusCode(400).body("error_code", equalTo(7), "error", containsString("131047"));
    write();
    send(MENU).statusCode(201);
    post("/sandbox/clock", "{\"advance\":\"PT24H\"}").statusCode(200).body("now", notNullValue());
    send(MENU).statusCode(400).body("error_code", equalTo(7));
    given()
        .get("/sandbox/control/refused?phone=34600000001")
        .then()
        .body("code", contains(7, 7), "http_status", contains(400, 400));
  }

  @Test
  void takesATemplateOutsideTheWindow() throws Exception {
    long id =
        template(
                5520,
                "{\"destination_phone\":\"+34600000001\",\"message_variables\":"
                    + "{\"body\":[\"Ana\",\"Monday\",\"9:00\"]}}")
            .statusCode(201)
            .body("message_status_url", containsString("/messages/"))
            .extract()
            .<Number>path("message_id")
            .longValue();
    assertThat(id).isPositive();
    template(5599, "{\"destination_phone\":\"+34600000001\"}")
        .statusCode(400)
        .body("error_code", equalTo(3));

    String wamid = given().get(ANA + "/messages").path("messages[0].id");
    post(ANA + "/taps", "{\"message_id\":\"%s\",\"option_id\":\"Move it\"}".formatted(wamid));
    assertThat(meta.next().value().at("/messages/0/button").toString())
        .isEqualTo("{\"payload\":\"Move it\",\"text\":\"Move it\"}");
  }

  @Test
  void tellsTheStatusOfAMessageInBothDialects() throws Exception {
    write();
    long id = send(MENU).extract().<Number>path("message_id").longValue();
    octopods()
        .get(OCTOPODS + "/messages/" + id)
        .then()
        .body("status", equalTo("delivered"), "phone_number", equalTo("+34600000001"));
    put("/sandbox/control/dialect", "{\"status_words\":\"upper\"}");
    octopods()
        .get(OCTOPODS + "/messages/" + id)
        .then()
        .body("status", equalTo("DELIVERED"), "intercom_conversation_id", equalTo(""));
    octopods()
        .get(OCTOPODS + "/messages?limit=1")
        .then()
        .body("messages", hasSize(1), "messages[0].phone_number", equalTo("+34600000001"));
    octopods().get(OCTOPODS + "/messages/1").then().statusCode(400);
  }

  @Test
  void listsTemplatesByTheirStatus() {
    octopods()
        .get(OCTOPODS + "/templates?status=accepted&lang=fr")
        .then()
        .body("template_id", contains(5513, 5521), "template_status[0]", equalTo("Accepted"));
    octopods()
        .get(OCTOPODS + "/templates?status=good")
        .then()
        .statusCode(400)
        .body("error_code", equalTo(10));
  }

  @Test
  void opensToItsKeysOnly() {
    given()
        .contentType(ContentType.JSON)
        .body(MENU)
        .post(OCTOPODS + "/interactive")
        .then()
        .statusCode(401);
    put("/sandbox/control/keys", "{\"valid\":[\"other\"],\"deprecated\":[\"sandbox-key\"]}");
    send(MENU).statusCode(400).body("error_code", equalTo(6));
    put(
        "/sandbox/control/keys",
        "{\"valid\":[\"sandbox-key\"],\"interactive_disabled\":[\"sandbox-key\"]}");
    send(MENU).statusCode(403);
    template(5512, "{\"destination_phone\":\"+34600000001\"}").statusCode(201);
  }

  @Test
  void slowsAKeyDown() throws Exception {
    write();
    put("/sandbox/control/rate", "{\"limit\":1,\"per\":\"PT1H\"}");
    send(MENU).statusCode(201);
    send(MENU).statusCode(429).header("Retry-After", notNullValue());
    given().delete("/sandbox/control/rate").then().statusCode(204);
    send(MENU).statusCode(201);
  }

  @Test
  void cutsTheConnectionBeforeOrAfterItAccepts() throws Exception {
    write();
    post("/sandbox/control/faults", "{\"fault\":\"cut_before_accepting\"}").statusCode(200);
    assertThat(sendOverABareSocket()).isEmpty();
    given().get("/sandbox/control/accepted").then().body("", hasSize(0));

    post("/sandbox/control/faults", "{\"fault\":\"cut_after_accepting\"}").statusCode(200);
    assertThat(sendOverABareSocket()).isEmpty();
    given()
        .get("/sandbox/control/accepted?phone=+34600000001")
        .then()
        .body("kind", contains("interactive"), "key", contains("sandbox-key"));
    assertThat(sendOverABareSocket()).startsWith("HTTP/1.1 201");
  }

  @Test
  void answersLaterThanAnybodyWaits() throws Exception {
    write();
    post("/sandbox/control/faults", "{\"fault\":\"delay_after_accepting\",\"delay\":\"PT0.05S\"}");
    send(MENU).statusCode(201);
    post("/sandbox/control/faults", "{\"fault\":\"status\",\"status\":503}").statusCode(200);
    send(MENU).statusCode(503);
    send(MENU).statusCode(201);
  }

  @Test
  void showsAPhoneAsItChanges() throws Exception {
    var live =
        HttpRequest.newBuilder(server.resolve(ANA + "/live"))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    try (var client = HttpClient.newHttpClient();
        var lines = client.send(live, BodyHandlers.ofLines()).body()) {
      var events = lines.filter(line -> line.startsWith("data:")).iterator();
      assertThat(events.next()).contains("\"messages\":[]");
      post(ANA + "/texts", "{\"text\":\"hi\"}");
      assertThat(events.next()).contains("\"body\":\"hi\"", "\"status\":\"sent\"");
      client.shutdownNow();
    }
  }

  @Test
  void answersNonsenseWithAProblem() {
    given()
        .get("/sandbox/phones/+34600009999/messages")
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("status", equalTo(404));
    post(ANA + "/texts", "{\"text\":\"\"}").statusCode(400);
    post(ANA + "/texts", "[").statusCode(400);
    post(ANA + "/taps", "{\"message_id\":\"x\",\"option_id\":\"y\"}").statusCode(404);
    post(ANA + "/raw", "{}").statusCode(400);
    post("/sandbox/clock", "{}").statusCode(400);
    given().body("{\"limit\":1}").put("/sandbox/control/rate").then().statusCode(400);
    given().body("{\"url\":\"here\"}").put("/sandbox/control/webhook").then().statusCode(400);
    send("[]").statusCode(400).body("error_code", equalTo(2));
  }

  /** Opens the window, and takes the webhook that comes of it. */
  private void write() throws InterruptedException {
    post(ANA + "/texts", "{\"text\":\"hi\"}").statusCode(202);
    meta.next();
  }

  private static ValidatableResponse send(String body) {
    return octopods().body(body).post(OCTOPODS + "/interactive").then();
  }

  private static ValidatableResponse template(int id, String body) {
    return octopods().body(body).post(OCTOPODS + "/templates/" + id + "/messages").then();
  }

  /** All that comes back before the line ends; over a socket, for clients like to try again. */
  private String sendOverABareSocket() throws IOException {
    var request =
        """
        POST %s/interactive HTTP/1.1\r
        Host: localhost\r
        X-Octopods-Auth: sandbox-key\r
        Content-Type: application/json\r
        Content-Length: %d\r
        Connection: close\r
        \r
        %s"""
            .formatted(OCTOPODS, MENU.length(), MENU);
    try (var socket = new Socket(server.getHost(), server.getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  private static RequestSpecification octopods() {
    return given().header("X-Octopods-Auth", "sandbox-key").contentType(ContentType.JSON);
  }

  private static ValidatableResponse post(String path, String body) {
    return given()
        .urlEncodingEnabled(false)
        .contentType(ContentType.JSON)
        .body(body)
        .post(path)
        .then();
  }

  private static void put(String path, String body) {
    given().contentType(ContentType.JSON).body(body).put(path).then().statusCode(200);
  }
}
