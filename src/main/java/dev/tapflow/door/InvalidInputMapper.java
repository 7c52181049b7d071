package dev.tapflow.door;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.stream.Collectors;

/** A request that breaks a resource's constraints: all that is wrong with it at once. */
@Provider
public final class InvalidInputMapper implements ExceptionMapper<ConstraintViolationException> {

  @Override
  public Response toResponse(ConstraintViolationException invalid) {
    return new Problem(
            400,
            invalid.getConstraintViolations().stream()
                .map(InvalidInputMapper::sentence)
                .sorted()
                .collect(Collectors.joining("; ")))
        .response();
  }

  /** The path begins with the method's name, which says nothing to the caller. */
  private static String sentence(ConstraintViolation<?> violation) {
    var path = violation.getPropertyPath().toString();
    return path.substring(path.indexOf('.') + 1) + " " + violation.getMessage();
  }
}
