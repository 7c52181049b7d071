package dev.tapflow.door;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a refusal looks.
 *
 * @param detail for the caller's eyes, or null where the status says it all
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457, Problem Details for HTTP APIs</a>
 */
record Problem(int status, @Nullable String detail) {

  static final String MEDIA_TYPE = "application/problem+json";

  Response response() {
    return Response.status(status).type(MEDIA_TYPE).entity(json()).build();
  }

  /** Ends the exchange; what the caller still sends is not read. */
  void answer(RoutingContext exchange) {
    var response = exchange.response();
    if (response.ended()) {
      return;
    }
    response.setStatusCode(status).putHeader("Content-Type", MEDIA_TYPE).end(json());
  }

  private String json() {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", "about:blank");
    members.put("title", HttpResponseStatus.valueOf(status).reasonPhrase());
    members.put("status", status);
    if (detail != null) {
      members.put("detail", detail);
    }
    return new JsonObject(members).encode();
  }
}
