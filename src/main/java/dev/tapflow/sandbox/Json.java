package dev.tapflow.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The sandbox' own JSON: snake_case, ISO 8601 times, nothing for null; strict when it reads. */
final class Json {

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModules(new JavaTimeModule(), new Jdk8Module())
          .enumNamingStrategy(EnumNamingStrategies.SNAKE_CASE)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .defaultPropertyInclusion(
              JsonInclude.Value.empty().withValueInclusion(JsonInclude.Include.NON_NULL))
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Json() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Expected a value that JSON can hold", e);
    }
  }

  static JsonNode toTree(Object value) {
    return MAPPER.valueToTree(value);
  }

  static Response response(int status, Object value) {
    return Response.status(status).type(MediaType.APPLICATION_JSON).entity(write(value)).build();
  }

  /** The object a body holds; empty when it is no JSON, or no object. */
  static Optional<ObjectNode> object(byte[] body) {
    try {
      return MAPPER.readTree(body) instanceof ObjectNode object
          ? Optional.of(object)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The object a string holds, for JSON inside JSON. */
  static Optional<ObjectNode> object(String text) {
    return object(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Reads what somebody asks of the sandbox; what does not fit is a 400 that says why. */
  static <T> T read(byte[] body, Class<T> type) {
    try {
      return MAPPER.readValue(body, type);
    } catch (JsonProcessingException e) {
      throw Problem.exception(400, "The body does not fit: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw Problem.exception(400, "The body is not readable as JSON.");
    }
  }
}
