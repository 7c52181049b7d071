package dev.tapflow.graph;

import java.util.List;

/**
 * One flow as boxes and arrows.
 *
 * @param flow its name
 * @param boxes the start first, then the steps in the order written, then what lies outside
 */
public record FlowGraph(String flow, List<Box> boxes, List<Arrow> arrows) {

  public FlowGraph {
    boxes = List.copyOf(boxes);
    arrows = List.copyOf(arrows);
  }

  /**
   * A step, or a place outside the flow.
   *
   * @param id the step's name; {@code flow#step} for a step elsewhere
   * @param verb what the step does, as written; empty for what is no step
   * @param text the first words of it
   */
  public record Box(String id, Kind kind, String verb, String text) {}

  /** What a box is, which its colour and form tell. */
  public enum Kind {
    START,
    MESSAGE,
    QUESTION,
    LOGIC,
    SERVICE,
    TIME,
    PERSON,
    ELSEWHERE,
    END
  }

  /**
   * A way out of a step.
   *
   * @param label an option's title, a condition, an exit; empty where there is but one way
   */
  public record Arrow(String from, String to, String label, Style style) {}

  /** How a way is taken. */
  public enum Style {
    /** By an answer, or at once. */
    SOLID,
    /** When something does not go as hoped: a wrong answer, silence, an error. */
    DASHED,
    /** Not by the conversation itself: a flow that starts later. */
    DOTTED
  }
}
