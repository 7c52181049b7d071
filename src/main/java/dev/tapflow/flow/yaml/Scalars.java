package dev.tapflow.flow.yaml;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a scalar as its place asks for. Empty where it cannot be; then a finding says why. */
final class Scalars {

  private static final Pattern DURATION =
      Pattern.compile("(?:(\\d{1,4})d)?(?:(\\d{1,5})h)?(?:(\\d{1,6})m)?(?:(\\d{1,7})s)?");
  private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final Map<String, Boolean> FLAGS =
      Map.of("true", true, "yes", true, "on", true, "false", false, "no", false, "off", false);

  private Scalars() {}

  static Optional<Yaml.Scalar> scalar(Yaml node, String what, Page page) {
    if (node instanceof Yaml.Scalar scalar) {
      return Optional.of(scalar);
    }
    var hint =
        node instanceof Yaml.Sequence
            ? "got a list"
            : "got a map; a text that begins with { needs quotes";
    page.error("wrong-shape", node, "Expected one value for \"%s\", but %s".formatted(what, hint));
    return Optional.empty();
  }

  /** One scalar stands for a list of one. */
  static List<Yaml.Scalar> list(Yaml node, String what, Page page) {
    return node instanceof Yaml.Sequence list
        ? list.items().stream().flatMap(it -> scalar(it, what, page).stream()).toList()
        : scalar(node, what, page).stream().toList();
  }

  static Optional<String> word(Yaml.Scalar scalar, String what, Page page) {
    var word = scalar.value().strip();
    if (word.isEmpty()) {
      page.error("missing-value", scalar, "\"%s\" has no value".formatted(what));
      return Optional.empty();
    }
    return Optional.of(word);
  }

  static Optional<Duration> duration(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    var parts = DURATION.matcher(written);
    if (!written.isEmpty() && parts.matches()) {
      var sum =
          Duration.ofDays(number(parts.group(1)))
              .plusHours(number(parts.group(2)))
              .plusMinutes(number(parts.group(3)))
              .plusSeconds(number(parts.group(4)));
      if (sum.isPositive()) {
        return Optional.of(sum);
      }
    }
    page.error(
        "bad-duration",
        scalar,
        "Expected a time span such as 30s, 10m, 1h30m or 2d, but got \"%s\"".formatted(written));
    return Optional.empty();
  }

  private static long number(@Nullable String digits) {
    return digits == null ? 0 : Long.parseLong(digits);
  }

  static Optional<Integer> count(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    if (COUNT.matcher(written).matches()) {
      return Optional.of(Integer.parseInt(written));
    }
    page.error(
        "bad-value", scalar, "Expected a whole number from 1, but got \"%s\"".formatted(written));
    return Optional.empty();
  }

  /** Zero too. */
  static Optional<Integer> number(Yaml.Scalar scalar, Page page) {
    var written = scalar.value().strip();
    if (NUMBER.matcher(written).matches()) {
      return Optional.of(Integer.parseInt(written));
    }
    page.error("bad-value", scalar, "Expected a whole number, but got \"%s\"".formatted(written));
    return Optional.empty();
  }

  static Optional<Boolean> flag(Yaml.Scalar scalar, Page page) {
    var known = FLAGS.get(scalar.value().strip().toLowerCase(Locale.ROOT));
    if (known == null) {
      page.error(
          "bad-value",
          scalar,
          "Expected true, false, on or off, but got \"%s\"".formatted(scalar.value()));
    }
    return Optional.ofNullable(known);
  }

  static <T> Optional<T> choice(Yaml.Scalar scalar, Map<String, T> choices, Page page) {
    var written = scalar.value().strip();
    var chosen = choices.get(written);
    if (chosen == null) {
      page.error(
          "bad-value",
          scalar,
          "Expected %s, but got \"%s\"%s"
              .formatted(
                  String.join(" or ", choices.keySet()),
                  written,
                  Suggestion.of(written, choices.keySet())));
    }
    return Optional.ofNullable(chosen);
  }
}
