package dev.tapflow.engine;

import dev.tapflow.flow.Scope;
import dev.tapflow.message.HttpCall.Secret;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a call to a service sees: all that the conversation does, and markers where secrets belong.
 * No other value can hold a marker, or a customer could write one and be sent the secret's echo.
 */
final class CallScope implements Scope {

  private static final String SECRET = "secret.";

  private final Scope conversation;
  private final List<String> secrets;

  /**
   * @param secrets the names that may be used here
   */
  CallScope(Scope conversation, List<String> secrets) {
    this.conversation = conversation;
    this.secrets = secrets;
  }

  @Override
  public @Nullable Object value(String name) {
    if (name.startsWith(SECRET)) {
      var secret = name.substring(SECRET.length());
      return secrets.contains(secret) ? Secret.marker(secret) : null;
    }
    return unmarked(conversation.value(name));
  }

  static String unmarked(String text) {
    return text.indexOf(Secret.OPENS) < 0 && text.indexOf(Secret.CLOSES) < 0
        ? text
        : text.chars()
            .filter(unit -> unit != Secret.OPENS && unit != Secret.CLOSES)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());
  }

  private static @Nullable Object unmarked(@Nullable Object value) {
    return switch (value) {
      case String text -> unmarked(text);
      case List<?> list -> list.stream().map(CallScope::unmarked).toList();
      case Map<?, ?> map -> {
        var unmarked = new LinkedHashMap<Object, @Nullable Object>();
        map.forEach((key, inner) -> unmarked.put(unmarked(String.valueOf(key)), unmarked(inner)));
        yield Collections.unmodifiableMap(unmarked);
      }
      case null, default -> value;
    };
  }

  @Override
  public Locale locale() {
    return conversation.locale();
  }

  @Override
  public ZoneId zone() {
    return conversation.zone();
  }

  @Override
  public Instant now() {
    return conversation.now();
  }
}
