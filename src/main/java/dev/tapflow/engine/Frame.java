package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** What a conversation comes back to when the flow it is in ends. */
public sealed interface Frame {

  /** The variables that come back with it. */
  Map<String, Object> vars();

  /** The step that it comes back to. */
  StepRef at();

  /**
   * A {@code call} step waits for its sub-flow's value.
   *
   * @param at the call step
   * @param vars the caller's
   */
  record Called(StepRef at, Map<String, Object> vars) implements Frame {

    public Called {
      vars = Collections.unmodifiableMap(new HashMap<>(vars));
    }
  }

  /**
   * What was pending when a flow set for later came due: it is asked again afterwards.
   *
   * @param at the question, or the pause
   * @param vars of the conversation that was put aside
   * @param waiting what it waited for
   */
  record PutAside(StepRef at, Map<String, Object> vars, Waiting waiting) implements Frame {

    public PutAside {
      vars = Collections.unmodifiableMap(new HashMap<>(vars));
    }
  }
}
