package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import org.jspecify.annotations.Nullable;

/**
 * What a jump leaves behind. Out of a sub-flow: its caller is forgotten and the variables stay. Out
 * of a flow for which a question was put aside: the variables of that question's conversation come
 * back, and the question does not.
 */
final class Leaving {

  private final Draft draft;

  Leaving(Draft draft) {
    this.draft = draft;
  }

  /** A step leads elsewhere. */
  void to(StepRef step) {
    var at = draft.current().at();
    if (!at.flow().equals(step.flow()) || isPutAside(step)) {
      unwind(step);
    }
  }

  /**
   * The customer does, by a command or an old message: what they go back to is the conversation
   * they had, though a reminder may stand in the same flow.
   */
  void byCustomer(Target target) {
    if (target instanceof Target.To(var step)) {
      to(step);
      if (innermost() instanceof Frame.PutAside aside && aside.at().flow().equals(step.flow())) {
        draft.change(it -> it.backTo(aside));
      }
    }
  }

  private boolean isPutAside(StepRef step) {
    return innermost() instanceof Frame.PutAside aside && aside.at().equals(step);
  }

  private @Nullable Frame innermost() {
    var frames = draft.current().frames();
    return frames.isEmpty() ? null : frames.getLast();
  }

  /** Frame by frame, until the one whose flow the step belongs to. */
  private void unwind(StepRef step) {
    for (var frame : draft.current().frames().reversed()) {
      switch (frame) {
        case Frame.Called _ ->
            draft.change(it -> it.withFrames(it.frames().subList(0, it.frames().size() - 1)));
        case Frame.PutAside aside -> {
          draft.change(it -> it.backTo(aside));
          if (aside.at().flow().equals(step.flow())) {
            return;
          }
        }
      }
    }
  }
}
