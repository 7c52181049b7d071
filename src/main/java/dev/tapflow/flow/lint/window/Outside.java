package dev.tapflow.flow.lint.window;

import dev.tapflow.flow.StepRef;
import java.util.List;

/**
 * A free message that meets a closed window.
 *
 * @param always false where it does so on some ways only
 * @param way where the time passes on the way on which most of it does
 */
public record Outside(StepRef step, Part part, boolean always, List<Lapse> way) {

  public Outside {
    way = List.copyOf(way);
  }

  /** Which of a step's messages. */
  public enum Part {
    /** What its verb sends. */
    VERB,
    REMINDER,
    ACCEPTED,
    UNAVAILABLE,
    TIMEOUT,
    RETURNED
  }
}
