package dev.tapflow.engine;

import dev.tapflow.message.WhatsAppLimits;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps what is saved within bounds; what does not fit is cut or left out, and counted. */
final class ValueSize {

  /** The longest text a customer can send, in code points. */
  static final int TEXT = 4096;

  /** Of lists and maps, such as a service's answer: code points and elements together. */
  private static final int TREE = 100_000;

  private final Draft draft;

  ValueSize(Draft draft) {
    this.draft = draft;
  }

  /** A text of at most so many code points, without its end. */
  String fitted(String text, int most) {
    if (WhatsAppLimits.length(text) <= most) {
      return text;
    }
    draft.reached(Trace.Limit.VALUE_SIZE);
    return text.substring(0, text.offsetByCodePoints(0, most));
  }

  /** A list or map that is too large is as good as unset: half of it would mislead. */
  @Nullable Object fitted(@Nullable Object value) {
    return switch (value) {
      case String text -> fitted(text, TEXT);
      case Collection<?> list when size(list) > TREE -> tooLarge();
      case Map<?, ?> map when size(map) > TREE -> tooLarge();
      case null, default -> value;
    };
  }

  private @Nullable Object tooLarge() {
    draft.reached(Trace.Limit.VALUE_SIZE);
    return null;
  }

  private static long size(@Nullable Object value) {
    return switch (value) {
      case String text -> 1L + text.length();
      case Collection<?> list -> 1 + sizes(list.stream());
      case Map<?, ?> map -> 1 + sizes(map.keySet().stream()) + sizes(map.values().stream());
      case null, default -> 1;
    };
  }

  private static long sizes(Stream<?> elements) {
    return elements.mapToLong(ValueSize::size).sum();
  }
}
