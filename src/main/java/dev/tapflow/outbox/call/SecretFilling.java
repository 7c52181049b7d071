package dev.tapflow.outbox.call;

import dev.tapflow.message.HttpCall.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts values where markers stand, and remembers whether it did, and which were missing. */
final class SecretFilling {

  private static final Pattern MARKER =
      Pattern.compile(Secret.OPENS + "([^" + Secret.CLOSES + "]*)" + Secret.CLOSES);

  private final Function<String, Optional<String>> values;
  private final TreeSet<String> missing = new TreeSet<>();
  private boolean hasFilled;

  SecretFilling(Function<String, Optional<String>> values) {
    this.values = values;
  }

  String text(String text) {
    if (text.indexOf(Secret.OPENS) < 0) {
      return text;
    }
    hasFilled = true;
    return MARKER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private String value(String name) {
    return values
        .apply(name)
        .orElseGet(
            () -> {
              missing.add(name);
              return "";
            });
  }

  @Nullable Object tree(@Nullable Object value) {
    return switch (value) {
      case String text -> text(text);
      case List<?> list -> {
        var filled = new ArrayList<@Nullable Object>();
        list.forEach(item -> filled.add(tree(item)));
        yield filled;
      }
      case Map<?, ?> map -> {
        var filled = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((key, item) -> filled.put(key, tree(item)));
        yield filled;
      }
      case null -> null;
      default -> value;
    };
  }

  /** Whether anything that was looked at held a secret, since last asked. */
  boolean takeHasFilled() {
    var had = hasFilled;
    hasFilled = false;
    return had;
  }

  /** Names for which there is no value. */
  List<String> missing() {
    return List.copyOf(missing);
  }
}
