package dev.tapflow.flow.yaml;

import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;

/** The keys that steps have beside those of their own verb. */
final class StepKeys {

  /** Of every step. */
  static final Vocabulary ANY =
      Vocabulary.of("A step")
          .may(
              "returns",
              ValueTrees.KIND,
              "What the flow comes back with to its caller when it ends at this step.");

  /** Of every step that goes on by itself. */
  static final Vocabulary PASSING =
      Vocabulary.of("A step")
          .may("next", Scalar.TARGET, "Where it goes on; default the step below.")
          .and(ANY);

  /** Of every question. */
  static final Vocabulary QUESTION =
      Vocabulary.of("A question")
          .may("save", Scalar.VARIABLE, "The variable that gets the answer.")
          .may("next", Scalar.TARGET, "Where an answer leads; default the step below.")
          .and(ExitsReader.KEYS)
          .and(CommandsSwitch.KEYS)
          .and(ANY);

  private StepKeys() {}
}
