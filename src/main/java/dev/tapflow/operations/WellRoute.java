package dev.tapflow.operations;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Serves the health group "well" beside live and ready, where an operator looks for it. */
@ApplicationScoped
class WellRoute {

  void add(@Observes Router router) {
    router
        .get("/q/health/well")
        .order(-1)
        .handler(request -> request.reroute("/q/health/group/well"));
  }
}
