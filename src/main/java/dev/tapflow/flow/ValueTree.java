package dev.tapflow.flow;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** A value as it is written: a text, or maps and lists of such. */
public sealed interface ValueTree {

  /** One that is a single insertion keeps its type. */
  record Leaf(Text text) implements ValueTree {}

  /** A map. */
  record Branches(SequencedMap<String, ValueTree> byName) implements ValueTree {

    public Branches {
      byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    }
  }

  /** A list. */
  record Items(List<ValueTree> items) implements ValueTree {

    public Items {
      items = List.copyOf(items);
    }
  }
}
