package dev.tapflow.flow.expression;

import dev.cel.common.types.SimpleType;
import dev.cel.runtime.RuntimeHelpers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What makes values longer, with a bound on the way: {@code [x].map(y, y + y).map(y, y + y)…}
 * doubles with every step, so a bound on the result alone comes too late. CEL's own are left out
 * and these run in their place.
 */
final class Growth {

  private final Bounds bounds;

  private Growth(Bounds bounds) {
    this.bounds = bounds;
  }

  static void addTo(Functions functions, Bounds bounds) {
    var growth = new Growth(bounds);
    var text = String.class;
    functions
        .bind("add_string", List.of(text, text), it -> growth.text((String) it[0], (String) it[1]))
        .bind(
            "add_list",
            List.of(List.class, List.class),
            it -> growth.list((List<?>) it[0], (List<?>) it[1]))
        .bind("list_join", List.of(List.class), it -> growth.joined((List<?>) it[0], ""))
        .bind(
            "list_join_string",
            List.of(List.class, text),
            it -> growth.joined((List<?>) it[0], (String) it[1]))
        .bind(
            "string_replace_string_string",
            List.of(text, text, text),
            it -> growth.replaced((String) it[0], (String) it[1], (String) it[2], -1))
        .bind(
            "string_replace_string_string_int",
            List.of(text, text, text, Long.class),
            it -> growth.replaced((String) it[0], (String) it[1], (String) it[2], (Long) it[3]))
        .add(
            "@flatten",
            "flatten_list",
            Types.ANY_LIST,
            List.of(Types.ANY_LIST),
            List.of(List.class),
            it -> growth.flat((List<?>) it[0], 1))
        .add(
            "@flatten",
            "flatten_list_int",
            Types.ANY_LIST,
            List.of(Types.ANY_LIST, SimpleType.INT),
            List.of(List.class, Long.class),
            it -> growth.flat((List<?>) it[0], (Long) it[1]));
  }

  private String text(String one, String other) {
    room(one.length() + (long) other.length());
    return one + other;
  }

  /** CEL's own adds in place where it can, which a loop over a list needs. */
  private List<?> list(List<?> one, List<?> other) {
    room(one.size() + (long) other.size());
    return concatenated(one, other);
  }

  @SuppressWarnings("unchecked") // read only, or a list that CEL has made for itself
  private static List<?> concatenated(List<?> one, List<?> other) {
    return RuntimeHelpers.concat((List<Object>) one, (List<Object>) other);
  }

  /** Numbers as they are written, and nothing for what is unset. */
  private String joined(List<?> list, String between) {
    var pieces = list.stream().map(Growth::plain).toList();
    var length = pieces.stream().mapToLong(String::length).sum();
    room(length + between.length() * (long) Math.max(0, list.size() - 1));
    return pieces.stream().collect(Collectors.joining(between));
  }

  private static String plain(Object element) {
    return Values.isNull(element) ? "" : Words.plain(element);
  }

  /**
   * The first ones, as many as said; all where that is negative. An empty one stands everywhere.
   */
  private String replaced(String text, String old, String by, long most) {
    var replaced = new StringBuilder();
    int from = 0;
    int at = text.indexOf(old);
    for (long left = most; at >= 0 && left != 0; left--) {
      replaced.append(text, from, at).append(by);
      room(replaced.length());
      from = at + old.length();
      at = old.isEmpty() && at == text.length() ? -1 : text.indexOf(old, Math.max(from, at + 1));
    }
    return replaced.append(text, from, text.length()).toString();
  }

  private List<?> flat(List<?> list, long depth) {
    if (depth < 0) {
      throw Failure.because("a depth below zero");
    }
    var flat = new ArrayList<Object>();
    flatten(list, depth, flat);
    return flat;
  }

  private void flatten(List<?> list, long depth, List<Object> into) {
    for (var element : list) {
      if (depth > 0 && element instanceof List<?> inner) {
        flatten(inner, depth - 1, into);
      } else {
        into.add(element);
        room(into.size());
      }
    }
  }

  /**
   * @throws Failure where there is no room for so much
   */
  private void room(long length) {
    if (length > bounds.resultLength()) {
      throw Failures.length(bounds);
    }
  }
}
