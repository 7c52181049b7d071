package dev.tapflow.journey;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A customer's phone in the sandbox, so that a test reads as what a person does. */
final class Phone {

  private static final AtomicLong NEXT = new AtomicLong(600_000_100L + System.nanoTime() % 90_000L);
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final String number;

  private Phone(String number) {
    this.number = number;
  }

  /** A customer whom nobody has heard of. */
  static Phone ofANewCustomer() {
    var phone = new Phone(aNewNumber());
    given()
        .contentType("application/json")
        .body(Map.of("name", "Ana"))
        .put("/sandbox/phones/{number}", phone.number)
        .then()
        .statusCode(200);
    return phone;
  }

  /** A number that no phone has yet. */
  static String aNewNumber() {
    return "34" + NEXT.incrementAndGet();
  }

  String number() {
    return number;
  }

  Phone types(String text) {
    post("texts", Map.of("text", text));
    return this;
  }

  /** Taps an option by its title, on the newest message that has it. */
  Phone taps(String title) {
    var choice = choice(title);
    post("taps", Map.of("message_id", choice.messageId(), "option_id", choice.optionId()));
    return this;
  }

  Phone sends(Map<String, Object> message) {
    post("raw", message);
    return this;
  }

  /** Waits until the business has said something with this text as its newest message's body. */
  Phone hears(String body) {
    await("a message of the body '" + body + "'")
        .atMost(PATIENCE)
        .until(() -> Objects.requireNonNullElse(newestBody(), "").contains(body));
    return this;
  }

  /** Waits for a template by its name. */
  Phone getsTemplate(String name) {
    await("the template " + name)
        .atMost(PATIENCE)
        .until(() -> name.equals(messages().getString("messages[-1].template.name")));
    return this;
  }

  /** The messages of the business, oldest first. */
  List<Map<String, Object>> heard() {
    return messages().getList("messages.findAll { it.from == 'business' }");
  }

  /** Waits until the conversation's state has this value at this path. */
  Phone isAt(String path, String value) {
    await(path + " = " + value).atMost(PATIENCE).until(() -> value.equals(state().getString(path)));
    return this;
  }

  /** The conversation as the console sees it. */
  JsonPath state() {
    return given().get("/api/v1/contacts/main/{number}", number).jsonPath();
  }

  Phone agent(String action) {
    given()
        .contentType("application/json")
        .body(Map.of("action", action, "agent", "Maria"))
        .post("/api/v1/contacts/main/{number}/agent", number)
        .then()
        .statusCode(202);
    return this;
  }

  /** Moves business time and the sandbox's, as the page does in one click. */
  static void advance(String duration) {
    for (var clock : List.of("/sandbox/clock", "/api/v1/clock")) {
      given()
          .contentType("application/json")
          .body(Map.of("advance", duration))
          .post(clock)
          .then()
          .statusCode(200);
    }
  }

  private @Nullable String newestBody() {
    var bodies =
        messages().getList("messages.findAll { it.from == 'business' }.body", String.class);
    return bodies.isEmpty() ? null : bodies.getLast();
  }

  private JsonPath messages() {
    return given().get("/sandbox/phones/{number}/messages", number).jsonPath();
  }

  private record Choice(String messageId, String optionId) {}

  private Choice choice(String title) {
    return await("an option titled " + title)
        .atMost(PATIENCE)
        .until(() -> findChoice(title), Objects::nonNull);
  }

  private @Nullable Choice findChoice(String title) {
    for (var message : heard().reversed()) {
      for (var option : options(message)) {
        if (title.equals(option.get("title")) || title.equals(option.get("text"))) {
          var id = Objects.requireNonNullElse(option.get("id"), option.get("payload"));
          return new Choice(String.valueOf(message.get("id")), String.valueOf(id));
        }
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> options(Map<String, Object> message) {
    if (message.get("buttons") instanceof List<?> buttons) {
      return (List<Map<String, Object>>) buttons;
    }
    if (message.get("list") instanceof Map<?, ?> list) {
      return ((List<Map<String, Object>>) list.get("sections"))
          .stream()
              .flatMap(section -> ((List<Map<String, Object>>) section.get("rows")).stream())
              .toList();
    }
    if (message.get("template") instanceof Map<?, ?> template
        && template.get("buttons") instanceof List<?> buttons) {
      return (List<Map<String, Object>>) buttons;
    }
    return List.of();
  }

  private void post(String what, Map<String, Object> body) {
    given()
        .contentType("application/json")
        .body(body)
        .post("/sandbox/phones/{number}/{what}", number, what)
        .then()
        .statusCode(202);
  }
}
