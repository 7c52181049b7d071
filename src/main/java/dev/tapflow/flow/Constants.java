package dev.tapflow.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Gives the constants of {@code bot.yaml} other values, from the settings or from a test's {@code
 * given}. Which there are, and their types, only {@code bot.yaml} decides: so every expression is
 * still right.
 */
public final class Constants {

  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?");

  private Constants() {}

  /**
   * What became of it.
   *
   * @param bot with all values that could be taken
   * @param refused why not, by name, in words for who gave the value
   */
  public record Replaced(Bot bot, SequencedMap<String, String> refused) {}

  /**
   * The bot with other values.
   *
   * @param values each of its constant's type, or a text that is read as one
   */
  public static Replaced replace(Bot bot, Map<String, ?> values) {
    var all = new LinkedHashMap<>(bot.values());
    var refused = new LinkedHashMap<String, String>();
    new TreeMap<>(values)
        .forEach(
            (name, value) -> {
              var declared = bot.values().get(name);
              if (declared == null) {
                refused.put(name, "bot.yaml has no value \"%s\"".formatted(name));
              } else {
                like(declared, value)
                    .ifPresentOrElse(
                        it -> all.put(name, it),
                        () -> refused.put(name, expected(name, declared, value)));
              }
            });
    return new Replaced(bot.withValues(all), refused);
  }

  private static Optional<Object> like(Object declared, Object value) {
    var written = value.toString().strip();
    return switch (declared) {
      case Long _ -> WHOLE.matcher(written).matches() ? whole(written) : Optional.empty();
      case Double _ -> DECIMAL.matcher(written).matches() ? decimal(written) : Optional.empty();
      case Boolean _ ->
          switch (written) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
          };
      default -> Optional.of(value.toString());
    };
  }

  private static Optional<Object> whole(String written) {
    return Optional.of(Long.valueOf(written));
  }

  private static Optional<Object> decimal(String written) {
    return Optional.of(Double.valueOf(written));
  }

  private static String expected(String name, Object declared, Object value) {
    var type =
        switch (declared) {
          case Long _ -> "a whole number";
          case Double _ -> "a number";
          default -> "true or false";
        };
    return "\"%s\" is %s in bot.yaml, but got \"%s\"".formatted(name, type, value);
  }
}
