package dev.tapflow.flow.lint;

import dev.tapflow.flow.Place;
import dev.tapflow.flow.Text;
import java.util.function.Function;

/**
 * A text and how long it may be, in code points.
 *
 * @param what how a message calls it
 * @param cut what becomes of it where it is too long at run time
 * @param place where it is said in a language, "" for the first; few are ever asked
 */
record Measured(String what, Text text, int most, Cut cut, Function<String, Place> place) {

  /** What becomes of a text that is too long at run time. */
  enum Cut {
    SHORTENED("shortened"),
    SPLIT("sent in pieces");

    private final String words;

    Cut(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}
