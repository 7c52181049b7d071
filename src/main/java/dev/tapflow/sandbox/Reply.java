package dev.tapflow.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Optional;

/** How Octopods answers a call. */
sealed interface Reply {

  Response toResponse();

  /** What the record of refusals says about it; empty when nothing was refused. */
  default Optional<Refusal> refusalIfAny() {
    return Optional.empty();
  }

  /** It did what it was asked. */
  record Done(int httpStatus, JsonNode body) implements Reply {
    @Override
    public Response toResponse() {
      return Json.response(httpStatus, body);
    }
  }

  record Refused(Refusal refusal) implements Reply {
    @Override
    public Response toResponse() {
      return Json.response(refusal.httpStatus(), refusal.toJson());
    }

    @Override
    public Optional<Refusal> refusalIfAny() {
      return Optional.of(refusal);
    }
  }

  /** Too many requests with this key: not before {@code until}, in machine time. */
  record Slower(RetryAfter form, Instant now, Instant until) implements Reply {

    private static final Refusal REFUSAL = new Refusal(429, null, "Too many requests.");

    @Override
    public Response toResponse() {
      var response = Response.status(429).type(MediaType.APPLICATION_JSON);
      var body = REFUSAL.toJson();
      form.write(response, body, now, until);
      return response.entity(Json.write(body)).build();
    }

    @Override
    public Optional<Refusal> refusalIfAny() {
      return Optional.of(REFUSAL);
    }
  }

  /** Something broke on the other side; there is no JSON in it. */
  record Broken(int httpStatus) implements Reply {
    @Override
    public Response toResponse() {
      return Response.status(httpStatus)
          .type(MediaType.TEXT_HTML)
          .entity("<html><body>%d</body></html>".formatted(httpStatus))
          .build();
    }

    @Override
    public Optional<Refusal> refusalIfAny() {
      return Optional.of(new Refusal(httpStatus, null, "This fault was ordered."));
    }
  }

  /** The connection is gone, so nobody hears it. */
  record Unheard() implements Reply {
    @Override
    public Response toResponse() {
      return Response.noContent().build();
    }
  }
}
