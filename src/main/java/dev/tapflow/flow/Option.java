package dev.tapflow.flow;

import java.util.List;
import java.util.Optional;

/**
 * One option of a menu.
 *
 * @param id its name, part of the reply id for ever
 * @param also synonyms that are understood when typed
 * @param value what {@code save} keeps instead of the id
 * @param goTo where it leads (the menu's {@code next} already filled in)
 * @param condition shown only while this holds
 * @param hidden understood and not shown
 */
public record Option(
    String id,
    Text title,
    Optional<Text> description,
    List<String> also,
    Optional<Text> value,
    List<Assignment> set,
    Target goTo,
    Optional<Expression> condition,
    boolean hidden) {

  public Option {
    also = List.copyOf(also);
    set = List.copyOf(set);
  }

  /** Options under one heading of a list. */
  public record Group(Optional<Text> title, List<Option> options) {
    public Group {
      options = List.copyOf(options);
    }
  }
}
