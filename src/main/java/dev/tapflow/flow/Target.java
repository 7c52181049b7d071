package dev.tapflow.flow;

/** Where a step leads, with {@code next} and "the step below" already worked out. */
public sealed interface Target {

  /** On to a step. */
  record To(StepRef step) implements Target {
    @Override
    public String text() {
      return step.text();
    }
  }

  /** The conversation is over. */
  record End() implements Target {
    @Override
    public String text() {
      return "end";
    }
  }

  /** The form authors write and history shows. */
  String text();
}
