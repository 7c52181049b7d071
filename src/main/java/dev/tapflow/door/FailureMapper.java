package dev.tapflow.door;

import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** A bug in a resource, or a database that is away. */
@Provider
public final class FailureMapper implements ExceptionMapper<Throwable> {

  private final UriInfo uri;

  FailureMapper(@Context UriInfo uri) {
    this.uri = uri;
  }

  @Override
  public Response toResponse(Throwable failure) {
    return Failures.problem(failure, "A request to " + uri.getPath()).response();
  }
}
