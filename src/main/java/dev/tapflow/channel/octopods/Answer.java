package dev.tapflow.channel.octopods;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer, read tolerantly: a body that is no JSON is a missing node.
 *
 * @param header looks a header up by its name
 */
record Answer(int status, Function<String, Optional<String>> header, JsonNode body) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_ERROR = 500;

  static Answer of(RestResponse<?> response) {
    return new Answer(
        response.getStatus(),
        name -> Optional.ofNullable(response.getHeaderString(name)),
        read(response.getEntity()));
  }

  /** The client hands on the body of an error unread, whatever type the method names. */
  static JsonNode read(@Nullable Object body) {
    try {
      return switch (body) {
        case String text -> JSON.readTree(text);
        case InputStream bytes -> JSON.readTree(bytes);
        case null, default -> MissingNode.getInstance();
      };
    } catch (IOException noJson) {
      return MissingNode.getInstance();
    }
  }

  boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** A field as text; empty where it is missing, null or an empty text. */
  Optional<String> text(String field) {
    return text(body, field);
  }

  static Optional<String> text(JsonNode node, String field) {
    var value = node.path(field);
    return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
        ? Optional.of(value.asText())
        : Optional.empty();
  }

  /** What Octopods says is wrong, cut to what a person reads. */
  String error() {
    var text = text("error").or(() -> text("message")).orElse("no reason given");
    var shown = text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) + "…" : text;
    return "HTTP %d%s: %s"
        .formatted(status, text("error_code").map(code -> " code " + code).orElse(""), shown);
  }
}
