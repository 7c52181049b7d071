package dev.tapflow.door;

import dev.tapflow.start.Draining;
import dev.tapflow.start.Migrations;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Stands before every route: turns away who may not come in, what is too large, and who is too
 * early or too late.
 */
@ApplicationScoped
final class Door {

  /** Above all filters of the framework and its extensions. */
  private static final int FIRST = 10_000;

  private final Guard guard;
  private final Migrations migrations;
  private final Draining draining;

  Door(ApiSettings settings, Migrations migrations, Draining draining) {
    this.guard = new Guard(settings.token());
    this.migrations = migrations;
    this.draining = draining;
  }

  void hang(@Observes Filters filters) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      filters.register(this::whoMayComeIn, FIRST);
    }
    filters.register(this::whoIsEarly, FIRST - 1);
    filters.register(new LargestBody(), FIRST - 2);
    filters.register(this::whoIsLate, FIRST - 3);
  }

  private void whoMayComeIn(RoutingContext exchange) {
    switch (guard.judge(exchange.normalizedPath(), exchange.request().getHeader("Authorization"))) {
      case COME_IN -> exchange.next();
      case NOTHING_HERE -> new Problem(404, null).answer(exchange);
      case WHO_ARE_YOU -> {
        exchange.response().putHeader("WWW-Authenticate", "Bearer");
        new Problem(401, "Expected the header Authorization: Bearer with the API's token")
            .answer(exchange);
      }
    }
  }

  private void whoIsEarly(RoutingContext exchange) {
    if (migrations.areDone() || !needsTables(exchange.normalizedPath())) {
      exchange.next();
      return;
    }
    exchange.response().putHeader("Retry-After", "5");
    new Problem(503, "The database is not ready yet").answer(exchange);
  }

  /** Who keeps a connection open is asked to make the next one to another replica. */
  private void whoIsLate(RoutingContext exchange) {
    if (draining.hasBegun() && exchange.request().version() != HttpVersion.HTTP_2) {
      exchange.response().putHeader("Connection", "close");
    }
    if (draining.isClosed() && needsTables(exchange.normalizedPath())) {
      turnAway(exchange);
    } else {
      exchange.next();
    }
  }

  /** Only once all was heard: a connection closed before that is cut, and the answer lost. */
  private static void turnAway(RoutingContext exchange) {
    exchange.response().putHeader("Retry-After", "5");
    var problem = new Problem(503, "This replica is ending and takes nothing more: try again");
    var request = exchange.request();
    if (request.isEnded()) {
      problem.answer(exchange);
    } else {
      request.handler(unheard -> {}).endHandler(end -> problem.answer(exchange)).resume();
    }
  }

  private static boolean needsTables(String path) {
    return path.startsWith("/webhooks/") || path.startsWith("/api/");
  }
}
