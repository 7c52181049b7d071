package dev.tapflow.door;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** What fails outside the REST resources (files, health, filters) is answered in the same form. */
@ApplicationScoped
final class FailedRoutes {

  private static final int SERVER_ERROR = 500;
  private static final int TOO_LARGE = 413;

  void watch(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(FailedRoutes::answer);
    router.errorHandler(404, exchange -> new Problem(404, null).answer(exchange));
    router.errorHandler(405, exchange -> new Problem(405, null).answer(exchange));
  }

  private static void answer(RoutingContext exchange) {
    var status = exchange.statusCode();
    if (status == TOO_LARGE) {
      LargestBody.refuse(exchange);
    } else if (status > 0 && status < SERVER_ERROR) {
      new Problem(status, null).answer(exchange);
    } else {
      var request = exchange.request().method() + " " + exchange.normalizedPath();
      Failures.problem(exchange.failure(), request).answer(exchange);
    }
  }
}
