package dev.tapflow.sandbox;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;

/**
 * RFC 9457's problem document: how the sandbox' own doors (phones, clock, control) refuse.
 * Octopods' endpoints refuse in Octopods' words, see {@link Refusal}.
 */
record Problem(String type, String title, int status, String detail) {

  static Response response(int status, String detail) {
    var title = Response.Status.fromStatusCode(status).getReasonPhrase();
    return Response.status(status)
        .type("application/problem+json")
        .entity(Json.write(new Problem("about:blank", title, status, detail)))
        .build();
  }

  /** What a door throws to answer with a problem from anywhere below it. */
  static WebApplicationException exception(int status, String detail) {
    return new WebApplicationException(detail, response(status, detail));
  }
}
