package dev.tapflow.door;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A resource's or the framework's no. An answer that already has a body is left as it is. */
@Provider
public final class RefusalMapper implements ExceptionMapper<WebApplicationException> {

  private static final int FIRST_REFUSAL = 400;
  private static final Set<String> OF_THE_BODY = Set.of("content-type", "content-length");

  @Override
  public Response toResponse(WebApplicationException refusal) {
    var answer = refusal.getResponse();
    if (answer.hasEntity() || answer.getStatus() < FIRST_REFUSAL) {
      return answer;
    }
    var problem = new Problem(answer.getStatus(), detail(refusal)).response();
    answer.getHeaders().entrySet().stream()
        .filter(header -> !OF_THE_BODY.contains(header.getKey().toLowerCase(Locale.ROOT)))
        .forEach(header -> problem.getHeaders().addAll(header.getKey(), header.getValue()));
    return problem;
  }

  /** The framework's own messages only repeat the status. */
  private static @Nullable String detail(WebApplicationException refusal) {
    var message = refusal.getMessage();
    return message == null || message.startsWith("HTTP ") ? null : message;
  }
}
