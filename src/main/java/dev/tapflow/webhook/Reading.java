package dev.tapflow.webhook;

import java.util.Map;

/** What came of reading a body that is JSON. */
sealed interface Reading {

  /** It is what its sender's contract says. */
  record Understood(Incoming incoming) implements Reading {}

  /**
   * It is not, and nothing of it is taken.
   *
   * @param detail what was expected and what came, for the sender's developer
   * @param members where it stands, for the sender's program
   */
  record Violation(String detail, Map<String, Object> members) implements Reading {

    public Violation {
      members = Map.copyOf(members);
    }

    /** Of the body as a whole. */
    static Violation of(String detail) {
      return new Violation(detail, Map.of());
    }

    /** Of a field of one element; a lone object is element 0. */
    static Violation at(int index, String field, String detail) {
      return new Violation(
          "Element %d, field %s: %s".formatted(index, field, detail),
          Map.of("index", index, "field", field));
    }
  }
}
