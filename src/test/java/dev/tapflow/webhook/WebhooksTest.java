package dev.tapflow.webhook;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import dev.tapflow.inbox.Rows;
import dev.tapflow.message.BusinessClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The doors through HTTP, down to the tables. Each test has a customer of its own. */
@QuarkusTest
class WebhooksTest {

  private static final String PROBLEM = "application/problem+json";
  private static final String WHATSAPP = "/webhooks/whatsapp/main";

  @Inject BusinessClock clock;
  @Inject Rows rows;

  @Test
  void tellsMetaThatTheAddressIsOurs() {
    given()
        .queryParam("hub.mode", "subscribe")
        .queryParam("hub.challenge", "1158201444")
        .queryParam("hub.verify_token", "sandbox-secret")
        .get(WHATSAPP)
        .then()
        .statusCode(200)
        .contentType("text/plain")
        .body(is("1158201444"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hub.mode=subscribe&hub.challenge=1&hub.verify_token=wrong",
        "hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=sandbox-secret",
        "hub.mode=subscribe&hub.challenge=1",
        "hub.verify_token=sandbox-secret"
      })
  void refusesAWrongToken(String query) {
    given().get(WHATSAPP + "?" + query).then().statusCode(403).contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/webhooks/whatsapp/nobody", "/webhooks/replies/nobody"})
  void doesNotKnowOtherChannels(String path) {
    given().body("{}").post(path).then().statusCode(404).contentType(PROBLEM);
  }

  @Test
  void storesAMessageOnceHoweverOftenItComes() {
    // Given
    var body = now(Bodies.TAP).replace("34600000001", "34600000101");

    // Then
    whatsApp(body).statusCode(200).body(emptyString());
    whatsApp(body).statusCode(200).body(emptyString());
    assertThat(rows.eventsOf("main/+34600000101")).containsExactly("wamid.IN1 handled");
  }

  @Test
  void keepsTheBytesAsTheyCame() {
    // Given
    var body =
        now(Bodies.TAP)
            .replace("34600000001", "34600000102")
            .replace("Ana\"", "\\u00c4na \\ud83d\"");

    // When
    whatsApp(body).statusCode(200);

    // Then
    assertThat(
            rows.strings(
                "SELECT encode(payload, 'hex') FROM inbound_event WHERE contact_key = ?",
                "main/+34600000102"))
        .containsExactly(java.util.HexFormat.of().formatHex(body.getBytes(UTF_8)));
  }

  @Test
  void knowsACustomerWithoutANumber() {
    // When
    whatsApp(
            now(Bodies.TWO_CUSTOMERS).replace("447700900123", "447700900101").replace("777", "101"))
        .statusCode(200);

    // Then
    assertThat(rows.eventsOf("main/ES.101")).containsExactly("wamid.B handled");
    assertThat(rows.eventsOf("main/+447700900101")).containsExactly("wamid.A handled");
  }

  @ParameterizedTest
  @ValueSource(strings = {Bodies.STATUSES, Bodies.ERRORS, "{}", "{\"entry\":[{\"changes\":[7]}]}"})
  void answersWhateverMetaSends(String body) {
    whatsApp(body).statusCode(200).body(emptyString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sha256=00", "sha1=1aa349585ed7ecbd3b9c486a30067e395ca4b356"})
  void refusesAWrongSignature(String signature) {
    given()
        .header("X-Hub-Signature-256", signature)
        .body(Bodies.TAP)
        .post(WHATSAPP)
        .then()
        .statusCode(401)
        .contentType(PROBLEM);
  }

  @Test
  void refusesAMissingSignatureAndAnEmptyBody() {
    given().post(WHATSAPP).then().statusCode(401).contentType(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hi", "{", "[]", "7"})
  void refusesWhatIsNoJsonObject(String body) {
    whatsApp(body).statusCode(400).contentType(PROBLEM);
  }

  @Test
  void refusesABodyThatIsTooLarge() {
    whatsApp("{\"x\":\"" + "x".repeat(3 * 1024 * 1024) + "\"}")
        .statusCode(413)
        .contentType(PROBLEM);
  }

  @Test
  void takesTheLargestBodyThatMetaSends() {
    whatsApp("{\"x\":\"" + "x".repeat(3 * 1024 * 1024 - 8) + "\"}").statusCode(200);
  }

  @Test
  void handlesRepliesOfAChannelThatLivesByThem() {
    // When
    replies("relay", "relay-secret", reply("+34600000103")).statusCode(200).body(emptyString());

    // Then
    assertThat(rows.eventsOf("relay/+34600000103")).containsExactly("r-1 handled");
  }

  @Test
  void onlyKeepsRepliesOfAChannelThatLivesByMeta() {
    // When
    replies("main", "sandbox-secret", reply("+34600000104")).statusCode(200).body(emptyString());

    // Then
    assertThat(rows.eventsOf("main/+34600000104")).containsExactly("replies:r-1 recorded");
  }

  @Test
  void onlyKeepsMetasMessagesOfAChannelThatLivesByReplies() {
    // Given
    var body = Bodies.TAP.replace("34600000001", "34600000105");

    // When
    given()
        .header("X-Hub-Signature-256", Signed.header("app-secret", body.getBytes(UTF_8)))
        .contentType("application/json")
        .body(body.getBytes(UTF_8))
        .post("/webhooks/whatsapp/relay")
        .then()
        .statusCode(200);

    // Then
    assertThat(rows.eventsOf("relay/+34600000105")).containsExactly("meta:wamid.IN1 recorded");
  }

  @Test
  void takesNothingOfAnArrayWithOneViolation() {
    // Given
    var body = "[" + reply("+34600000106") + "," + reply("34600000106") + "]";

    // Then
    replies("relay", "relay-secret", body)
        .statusCode(400)
        .contentType(PROBLEM)
        .body("status", equalTo(400))
        .body("index", equalTo(1))
        .body("field", equalTo("phone"))
        .body("detail", containsString("Element 1, field phone"));
    assertThat(rows.eventsOf("relay/+34600000106")).isEmpty();
  }

  @Test
  void refusesRepliesSignedWithAnotherChannelsSecret() {
    replies("relay", "sandbox-secret", reply("+34600000107")).statusCode(401).contentType(PROBLEM);
  }

  /** The delivery as if it were sent now: an old one would not be handled. */
  private String now(String body) {
    return body.replaceAll("17676072\\d\\d", String.valueOf(clock.now().getEpochSecond()));
  }

  private String reply(String phone) {
    return """
        {"id":"r-1","phone":"%s","timestamp":%d,"reply":{"id":"yes","title":"Yes"}}"""
        .formatted(phone, clock.now().getEpochSecond());
  }

  private static ValidatableResponse whatsApp(String body) {
    return given()
        .header("X-Hub-Signature-256", Signed.header("sandbox-secret", body.getBytes(UTF_8)))
        .contentType("application/json")
        .body(body.getBytes(UTF_8))
        .post(WHATSAPP)
        .then();
  }

  private static ValidatableResponse replies(String channel, String secret, String body) {
    return given()
        .header("X-Tapflow-Signature", Signed.header(secret, body.getBytes(UTF_8)))
        .contentType("application/json")
        .body(body.getBytes(UTF_8))
        .post("/webhooks/replies/" + channel)
        .then();
  }
}
