package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.Target;
import java.util.Optional;

/**
 * A way out of a step, with the time of arrival.
 *
 * @param lapse what made the time pass, where any did
 * @param kind how the conversation takes it
 */
record Arrow(Target target, Elapsed at, Optional<Lapse> lapse, Kind kind) {

  /** How a conversation takes an arrow. */
  enum Kind {
    /** It goes on. */
    ON,
    /** The customer wrote: the window is open again. */
    ANSWERED,
    /** Something new begins, while the conversation goes on by another arrow. */
    BESIDE
  }

  static Arrow on(Target target, Elapsed at) {
    return new Arrow(target, at, Optional.empty(), Kind.ON);
  }

  static Arrow on(Target target, Elapsed at, Lapse lapse) {
    return new Arrow(target, at, Optional.of(lapse), Kind.ON);
  }

  static Arrow answered(Target target) {
    return new Arrow(target, Elapsed.NONE, Optional.empty(), Kind.ANSWERED);
  }

  static Arrow beside(Target target, Elapsed at, Lapse lapse) {
    return new Arrow(target, at, Optional.of(lapse), Kind.BESIDE);
  }
}
