package dev.tapflow.door;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** JSON that is well formed but not what the resource takes. */
@Provider
public final class UnreadableJsonMapper implements ExceptionMapper<MismatchedInputException> {

  @Override
  public Response toResponse(MismatchedInputException mismatch) {
    return new Problem(400, mismatch.getOriginalMessage()).response();
  }
}
