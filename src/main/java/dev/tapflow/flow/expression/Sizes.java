package dev.tapflow.flow.expression;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How large values are. */
final class Sizes {

  private Sizes() {}

  /**
   * Whether it is larger than this: characters of a text, elements of a list or map with all that
   * is in them. Stops counting there, as a list may hold the same list many times over.
   */
  static boolean exceed(@Nullable Object value, long most) {
    return left(value, most) < 0;
  }

  /** What is left of so much when this is taken away; below zero where it does not suffice. */
  private static long left(@Nullable Object value, long most) {
    return switch (value) {
      case null -> most;
      case String text -> most - text.length();
      case Collection<?> list -> leftOfAll(list, most);
      case Map<?, ?> map -> leftOfAll(map.values(), leftOfAll(map.keySet(), most) + map.size());
      default -> most - 1;
    };
  }

  private static long leftOfAll(Collection<?> elements, long most) {
    long left = most;
    for (var element : elements) {
      left = left < 0 ? left : left(element, left - 1);
    }
    return left;
  }
}
