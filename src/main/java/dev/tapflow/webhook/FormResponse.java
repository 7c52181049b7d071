package dev.tapflow.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tapflow.message.CleanText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What was filled into a form (source: WhatsApp "Flows", response_json of an nfm_reply).
 *
 * @param token the flow_token, which is no field of the form
 * @param values text, Boolean, Long, Double, List, Map or null by name; none where it is no object
 */
record FormResponse(Optional<String> token, Map<String, @Nullable Object> values) {

  private static final String TOKEN = "flow_token";
  private static final JsonMapper JSON = JsonMapper.builder(Json.limited()).build();

  static FormResponse of(String json) {
    var values = new LinkedHashMap<String, @Nullable Object>();
    read(json)
        .forEach((name, value) -> values.put(CleanText.of(String.valueOf(name)), clean(value)));
    var token = values.remove(TOKEN);
    return new FormResponse(
        token instanceof String text ? Optional.of(text) : Optional.empty(), values);
  }

  private static Map<?, ?> read(String json) {
    try {
      return JSON.readValue(json, Object.class) instanceof Map<?, ?> map ? map : Map.of();
    } catch (JsonProcessingException _) {
      return Map.of();
    }
  }

  private static @Nullable Object clean(@Nullable Object value) {
    return switch (value) {
      case String text -> CleanText.of(text);
      case List<?> list -> {
        var cleaned = new ArrayList<@Nullable Object>();
        list.forEach(item -> cleaned.add(clean(item)));
        yield cleaned;
      }
      case Map<?, ?> map -> {
        var cleaned = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, item) -> cleaned.put(CleanText.of(String.valueOf(name)), clean(item)));
        yield cleaned;
      }
      case Integer number -> number.longValue();
      // a number too large for a long is one all the same
      case Number number when !(number instanceof Long) -> finite(number.doubleValue());
      case null -> null;
      default -> value;
    };
  }

  /** What is too large even for that is no number, and could not be stored. */
  private static @Nullable Double finite(double number) {
    return Double.isFinite(number) ? (Double) number : null;
  }
}
