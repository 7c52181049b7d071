package dev.tapflow.flow.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/** The words of which one may be written, in the order in which a message offers them. */
final class Choices {

  private Choices() {}

  /** The constants of an enum, in lower case. */
  @SafeVarargs
  static <E extends Enum<E>> SequencedMap<String, E> of(E... constants) {
    var words = new LinkedHashMap<String, E>();
    Arrays.stream(constants).forEach(it -> words.put(it.name().toLowerCase(Locale.ROOT), it));
    return words;
  }
}
