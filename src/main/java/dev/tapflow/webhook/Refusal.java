package dev.tapflow.webhook;

import dev.tapflow.inbox.Acceptance;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a door says no: {@code application/problem+json} (source: RFC 9457). */
final class Refusal {

  private static final String PROBLEM = "application/problem+json";

  private Refusal() {}

  static Response of(Status status, String detail) {
    return of(status, detail, Map.of());
  }

  /** With members of its own, such as where in the body the violation stands. */
  static Response of(Status status, String detail, Map<String, ?> members) {
    return builder(status, detail, members).build();
  }

  /** Nothing was taken, or not all of it: the sender is to deliver all of it again. */
  static Response of(Acceptance.NotNow notNow) {
    return builder(Status.SERVICE_UNAVAILABLE, notNow.why(), Map.of())
        .header("Retry-After", notNow.retryAfter().toSeconds())
        .build();
  }

  private static Response.ResponseBuilder builder(
      Status status, String detail, Map<String, ?> members) {
    var problem = new LinkedHashMap<String, Object>();
    problem.put("type", "about:blank");
    problem.put("title", status.getReasonPhrase());
    problem.put("status", status.getStatusCode());
    problem.put("detail", detail);
    problem.putAll(members);
    return Response.status(status).type(PROBLEM).entity(Json.write(problem));
  }
}
