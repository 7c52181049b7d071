package dev.tapflow.flow.yaml;

import java.util.List;

/**
 * YAML as it is written, and where: everything is a text, a list or a map. Lines and columns from
 * 1, columns in code points.
 */
sealed interface Yaml {

  int line();

  int column();

  /**
   * A single value.
   *
   * @param endLine the line it ends in
   * @param endColumn the first column after it
   */
  record Scalar(String value, Style style, int line, int column, int endLine, int endColumn)
      implements Yaml {

    boolean isPlain() {
      return style == Style.PLAIN;
    }
  }

  /** How a scalar is written, as far as its characters stand elsewhere for it. */
  enum Style {
    PLAIN,
    SINGLE_QUOTED,
    DOUBLE_QUOTED,
    /** Indented lines after {@code |} or {@code >}. */
    BLOCK
  }

  /** A list. */
  record Sequence(List<Yaml> items, int line, int column) implements Yaml {
    public Sequence {
      items = List.copyOf(items);
    }
  }

  /**
   * A map, twins and all.
   *
   * @param inBraces true where it is written as { … }
   */
  record Mapping(List<Pair> pairs, boolean inBraces, int line, int column) implements Yaml {
    public Mapping {
      pairs = List.copyOf(pairs);
    }
  }

  /** A key with its value. */
  record Pair(Yaml key, Yaml value) {}
}
