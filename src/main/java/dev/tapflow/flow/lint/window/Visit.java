package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.StepRef;
import java.util.Optional;

/** What is known of the arrivals at a step. */
final class Visit {

  /** After so many changes a circle lets the time grow for ever. */
  private static final int PATIENCE = 64;

  /**
   * A step, within a call or not.
   *
   * @param called the call that it belongs to, with its time; walked once for all who call so
   */
  record Node(StepRef step, Optional<Called> called) {

    Node(StepRef step) {
      this(step, Optional.empty());
    }
  }

  /**
   * A sub-flow that was called.
   *
   * @param at when; empty: all times that are not kept apart
   */
  record Called(StepRef entry, Optional<Elapsed> at) {}

  /** From where the latest arrival came. */
  sealed interface Origin {

    /** From outside, or by the customer's answer: the window is as it is there. */
    record Beginning(Optional<Lapse> lapse) implements Origin {}

    record From(Node node, Optional<Lapse> lapse) implements Origin {}

    /**
     * From a call that came back.
     *
     * @param last the step at which the sub-flow ended
     */
    record Back(Node caller, Node last, Optional<Lapse> lapse) implements Origin {}
  }

  private Elapsed at;
  private Origin origin;
  private int changes;

  Visit(Elapsed at, Origin origin) {
    this.at = at;
    this.origin = origin;
  }

  Elapsed at() {
    return at;
  }

  Origin origin() {
    return origin;
  }

  /** True where this arrival adds something. */
  boolean add(Elapsed more, Origin from) {
    var both = at.or(more);
    if (both.equals(at)) {
      return false;
    }
    if (both.latest() > at.latest()) {
      origin = from;
      changes++;
    }
    at = changes > PATIENCE ? both.or(Elapsed.ANY) : both;
    return true;
  }
}
