package dev.tapflow.flow.yaml;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** The words of which one may be written, in the order in which a message offers them. */
final class Choices {

  private Choices() {}

  /** The constants of an enum, in lower case. */
  static <E extends Enum<E>> SequencedMap<String, E> of(Class<E> type) {
    var words = new LinkedHashMap<String, E>();
    EnumSet.allOf(type).forEach(it -> words.put(word(it), it));
    return words;
  }

  /** As it is written in a file. */
  static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
