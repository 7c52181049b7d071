package dev.tapflow.engine;

import dev.tapflow.flow.Scope;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that the conversation sees, and one element of a list under a name of its own. */
final class ItemScope implements Scope {

  private final Scope conversation;
  private final Item item;

  ItemScope(Scope conversation, Item item) {
    this.conversation = conversation;
    this.item = item;
  }

  @Override
  public @Nullable Object value(String name) {
    if (name.equals(item.name())) {
      return item.value();
    }
    return name.startsWith(item.name() + ".")
        ? inside(item.value(), name.substring(item.name().length() + 1))
        : conversation.value(name);
  }

  private static @Nullable Object inside(@Nullable Object value, String path) {
    var inner = value;
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
