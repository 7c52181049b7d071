package dev.tapflow.engine;

import dev.tapflow.flow.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All that the conversation sees, and the body of a service's answer as {@code response}. The name
 * {@code response.status} stays that of the HTTP status, whatever the body has.
 */
final class AnswerScope implements Scope {

  private static final String RESPONSE = "response";
  private static final String STATUS = "response.status";

  private final Scope conversation;
  private final @Nullable Object body;

  AnswerScope(Scope conversation, @Nullable Object body) {
    this.conversation = conversation;
    this.body = body;
  }

  @Override
  public @Nullable Object value(String name) {
    if (name.equals(RESPONSE)) {
      return body;
    }
    return name.startsWith(RESPONSE + ".") && !name.equals(STATUS)
        ? inside(name.substring(RESPONSE.length() + 1))
        : conversation.value(name);
  }

  private @Nullable Object inside(String path) {
    var inner = body;
    for (var key : path.split("\\.")) {
      inner = inner instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return inner;
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
