package dev.tapflow.rehearsal;

import dev.tapflow.flow.trial.Datum;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a test writes where JSON is expected: {@code 3} is a number, {@code "3"} a text. */
final class Json {

  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,17})");
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][-+]?\\d+)?");

  private Json() {}

  /** Text, Boolean, Long, Double, List, Map or null. */
  static @Nullable Object of(Datum datum) {
    return switch (datum) {
      case Datum.Scalar(var written, _, boolean quoted) ->
          quoted ? written : plain(written.strip());
      case Datum.Items(var items) ->
          Collections.unmodifiableList(items.stream().map(Json::of).collect(Collectors.toList()));
      case Datum.Entries(var byName) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        byName.forEach((name, value) -> map.put(name, of(value)));
        yield Collections.unmodifiableMap(map);
      }
    };
  }

  private static @Nullable Object plain(String written) {
    return switch (written) {
      case "", "null", "~" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> numberOrText(written);
    };
  }

  private static Object numberOrText(String written) {
    if (WHOLE.matcher(written).matches()) {
      return Long.valueOf(written);
    }
    return NUMBER.matcher(written).matches() ? (Object) Double.valueOf(written) : written;
  }
}
