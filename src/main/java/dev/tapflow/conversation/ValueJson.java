package dev.tapflow.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Values of variables and fields as JSON. JSON knows no dates, so they are written as a map with
 * one key: {@code {"$date": "2026-03-05"}}. A map of somebody else's that has such a key itself is
 * wrapped, so that no answer of a service is taken for a date. Whole numbers come back as Long,
 * others as Double.
 */
final class ValueJson {

  private static final String DATE = "$date";
  private static final String TIME = "$time";
  private static final String INSTANT = "$instant";
  private static final String MAP = "$map";
  private static final Set<String> OURS = Set.of(DATE, TIME, INSTANT, MAP);

  private ValueJson() {}

  static Map<String, Object> encode(Map<String, Object> values) {
    var encoded = new LinkedHashMap<String, Object>();
    values.forEach((name, value) -> encoded.put(name, encodeValue(value)));
    return encoded;
  }

  static Map<String, Object> decode(Map<String, Object> values) {
    var decoded = new HashMap<String, Object>();
    values.forEach((name, value) -> decoded.put(name, decodeValue(value)));
    return decoded;
  }

  static @Nullable Object encodeValue(@Nullable Object value) {
    return switch (value) {
      case LocalDate date -> Map.of(DATE, date.toString());
      case LocalTime time -> Map.of(TIME, time.toString());
      case Instant instant -> Map.of(INSTANT, instant.toString());
      case List<?> list -> mapped(list, true);
      case Map<?, ?> map when map.keySet().stream().anyMatch(OURS::contains) ->
          Map.of(MAP, mapped(map, true));
      case Map<?, ?> map -> mapped(map, true);
      case null -> null;
      default -> value;
    };
  }

  static @Nullable Object decodeValue(@Nullable Object value) {
    return switch (value) {
      case Integer number -> number.longValue();
      case Map<?, ?> map when map.get(MAP) instanceof Map<?, ?> wrapped -> mapped(wrapped, false);
      case Map<?, ?> map when map.get(DATE) instanceof String text -> LocalDate.parse(text);
      case Map<?, ?> map when map.get(TIME) instanceof String text -> LocalTime.parse(text);
      case Map<?, ?> map when map.get(INSTANT) instanceof String text -> Instant.parse(text);
      case List<?> list -> mapped(list, false);
      case Map<?, ?> map -> mapped(map, false);
      case null -> null;
      default -> value;
    };
  }

  private static List<Object> mapped(List<?> list, boolean encoding) {
    var result = new ArrayList<Object>();
    for (Object item : list) {
      result.add(encoding ? encodeValue(item) : decodeValue(item));
    }
    return result;
  }

  private static Map<Object, Object> mapped(Map<?, ?> map, boolean encoding) {
    var result = new LinkedHashMap<Object, Object>();
    map.forEach((key, item) -> result.put(key, encoding ? encodeValue(item) : decodeValue(item)));
    return result;
  }
}
