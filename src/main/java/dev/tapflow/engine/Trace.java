package dev.tapflow.engine;

import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import java.util.Map;

/**
 * How a turn came to what it did: history, funnel, and "why did it say that?" are made of these.
 */
public sealed interface Trace {

  /**
   * A conversation began.
   *
   * @param exit {@code new_conversation}, {@code trigger}, {@code tap}, {@code command:menu} …
   * @param reason in words a support lead reads, such as "wrote hello"
   */
  record Started(StepRef at, String exit, String reason) implements Trace {}

  /**
   * The conversation went from a step to another.
   *
   * @param exit an option's id, {@code next}, {@code answer}, {@code wrong}, {@code silence},
   *     {@code command:menu}, {@code trigger}, {@code returned} …
   * @param reason in words a support lead reads, such as "tapped My orders"
   * @param values what a branch looked at, by expression
   */
  record Moved(StepRef from, String exit, Target to, String reason, Map<String, String> values)
      implements Trace {
    public Moved {
      values = Map.copyOf(values);
    }
  }

  /** Nothing moved, and why: a late timer, a wrong answer, a message passed to the agent. */
  record Stayed(StepRef at, String exit, String reason) implements Trace {}

  /** An expression could not be evaluated; counted by flow and step. */
  record Failed(StepRef at, String expression, String why) implements Trace {}

  /** A text that was longer than WhatsApp takes was cut or split; counted. */
  record Cut(StepRef at, String what) implements Trace {}

  /** A limit was reached; counted. */
  record LimitReached(StepRef at, Limit limit) implements Trace {}

  /** The limits of one conversation, as {@code bot.yaml} names them. */
  enum Limit {
    STEPS_PER_TURN,
    TURNS_PER_CONVERSATION,
    SAME_STEP_PER_HOUR,
    /** An expression reached its bound of iterations, or of what it may give. */
    EXPRESSION,
    /** A value was longer than a variable or field may be. */
    VALUE_SIZE,
    /** Sub-flows called each other too deep. */
    CALL_DEPTH
  }
}
