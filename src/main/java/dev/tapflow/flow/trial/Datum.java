package dev.tapflow.flow.trial;

import dev.tapflow.flow.Text;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A value as a test writes it; what it is read as depends on what it is for. */
public sealed interface Datum {

  /**
   * A single value.
   *
   * @param written its characters
   * @param text the same with its insertions
   * @param quoted true where it stands in quotes: where JSON is expected, it is a text then
   */
  record Scalar(String written, Text text, boolean quoted) implements Datum {

    /** One that nothing is inserted into. */
    public static Scalar literal(String written) {
      return new Scalar(written, Text.literal(written), true);
    }
  }

  /** A map. */
  record Entries(SequencedMap<String, Datum> byName) implements Datum {

    public Entries {
      byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    }
  }

  /** A list. */
  record Items(List<Datum> items) implements Datum {

    public Items {
      items = List.copyOf(items);
    }
  }
}
