package dev.tapflow.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Lists every route there is. Whoever opens another one to strangers says so here. */
@QuarkusTest
class RoutesTest {

  @Inject Router router;

  @Test
  void onlyTheseAreOpenToStrangersInProduction() {
    var routes = Stream.concat(resources(), others()).collect(Collectors.toSet());

    assertThat(routes).contains("/", "/api/v1/clock", "/api/v1/channels", "/q/");
    assertThat(routes.stream().filter(RoutesTest::isOpen))
        .filteredOn(route -> !route.startsWith("/sandbox/octopods/api/v1/"))
        .containsExactlyInAnyOrder(
            "/webhooks/replies/{channel}", "/webhooks/whatsapp/{channel}", "/q/health/well");
  }

  private static boolean isOpen(String route) {
    return Guard.isOpen(route.replaceAll("\\{[^}]*}", "1"));
  }

  /** The REST resources, as our own description lists them. */
  private static Stream<String> resources() {
    var description = given().get("/q/openapi?format=json").then().statusCode(200).extract();
    return new JsonObject(description.asString()).getJsonObject("paths").fieldNames().stream();
  }

  /** Everything beside them. What the framework serves below /q/ is one; GuardTest knows more. */
  private Stream<String> others() {
    return router.getRoutes().stream().map(Route::getPath).filter(Objects::nonNull);
  }
}
