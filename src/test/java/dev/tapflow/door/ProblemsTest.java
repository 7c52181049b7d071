package dev.tapflow.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every no is a problem document. */
@QuarkusTest
class ProblemsTest {

  private static final int TOO_MANY = 3 * 1024 * 1024 + 1;

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/api/v1/nowhere", "/trouble/nowhere", "/q/nowhere"})
  void whatIsNotThere(String path) {
    isProblem(json().get(path), 404);
  }

  @Test
  void aMethodThatIsNotTaken() {
    isProblem(json().delete("/trouble/refused"), 405);
  }

  @Test
  void aRefusalTellsWhy() {
    isProblem(json().get("/trouble/refused"), 409)
        .body("detail", equalTo("Expected a wish, but got none"));
  }

  @Test
  void aBugKeepsItsSecret() {
    isProblem(json().get("/trouble/bug"), 500).body("detail", not(containsString("secret")));
  }

  @Test
  void aDatabaseThatIsAwayIsWorthAnotherTry() {
    isProblem(json().get("/trouble/no-database"), 503);
  }

  @Test
  void aBrokenConstraint() {
    isProblem(json().get("/trouble/at-most-ten?count=11"), 400)
        .body("detail", equalTo("count must be less than or equal to 10"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"count\":\"many\"}", "[]", "nonsense"})
  void jsonThatIsNone(String body) {
    isProblem(json().body(body).post("/trouble/wishes"), 400);
  }

  @Test
  void aMediaTypeThatIsNotTaken() {
    isProblem(given().contentType("text/csv").body("a,b").post("/trouble/wishes"), 415);
  }

  @Test
  void aBodyThatSaysItIsTooLarge() {
    isProblem(given().body(new byte[TOO_MANY]).post("/trouble/bytes"), 413);
  }

  @Test
  void aBodyThatIsTooLargeAndDoesNotSayIt() throws IOException, InterruptedException {
    var answer = sendChunked(TOO_MANY);

    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).contains(Problem.MEDIA_TYPE);
  }

  @Test
  void theLargestBodyThatIsTaken() throws IOException, InterruptedException {
    var most = TOO_MANY - 1;

    given().body(new byte[most]).post("/trouble/bytes").then().statusCode(200);
    assertThat(sendChunked(most).body()).isEqualTo(String.valueOf(most));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/x-www-form-urlencoded"
      })
  void aBodyIsNoFormWhateverItsTypeSays(String type) throws IOException, InterruptedException {
    assertThat(sendChunked(20_000, "Content-Type", type).body()).isEqualTo("20000");
  }

  private static java.net.http.HttpResponse<String> sendChunked(int bytes, String... headers)
      throws IOException, InterruptedException {
    var port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:%d/trouble/bytes".formatted(port)))
            .timeout(Duration.ofSeconds(30))
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[bytes])));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static RequestSpecification json() {
    return given().contentType("application/json");
  }

  private static ValidatableResponse isProblem(
      io.restassured.response.Response answer, int status) {
    return answer
        .then()
        .statusCode(status)
        .contentType(Problem.MEDIA_TYPE)
        .body("status", equalTo(status));
  }
}
