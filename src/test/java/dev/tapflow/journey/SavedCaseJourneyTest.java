package dev.tapflow.journey;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The conversation in front of you becomes a case of a test. */
@QuarkusTest
class SavedCaseJourneyTest {

  private static final String CASES = "/api/v1/flows/cases";

  @Test
  void isWrittenWithTheBotsOwnWords() {
    given()
        .contentType("application/json")
        .body(
            """
            { "name": "asks for an order",
              "acts": [
                { "at": "2026-03-02T10:00:00Z", "text": "hi" },
                { "at": "2026-03-02T10:00:05Z", "text": "My orders",
                  "option": "o1.0a1b2c3d.support.main_menu.orders" } ] }
            """)
        .post(CASES)
        .then()
        .statusCode(200)
        .contentType("application/yaml")
        .body(containsString("name: asks for an order"))
        .body(containsString("user: hi"))
        .body(containsString("tap: My orders"))
        .body(containsString("What is your order number?"));
  }

  @Test
  void nothingIsRefusedInWords() {
    given()
        .contentType("application/json")
        .body("{}")
        .post(CASES)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("detail", containsString("1 to 500 acts"));
  }
}
