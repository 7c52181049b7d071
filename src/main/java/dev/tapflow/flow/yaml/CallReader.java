package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;

/** Reads a {@code call} step. */
final class CallReader {

  /** The keys of a {@code call} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"call\" step")
          .must("call", Scalar.FLOW, "Runs another flow, from its start or a step of it.")
          .may("with", GivenReader.KIND, "Variables it begins with; it has its own.")
          .may("save", Scalar.VARIABLE, "The variable that gets what it comes back with.")
          .and(StepKeys.PASSING);

  private CallReader() {}

  /** Without a flow nothing is called, and the conversation goes on. */
  static Step read(Fields fields, Target next) {
    var with = GivenReader.read(fields, "with");
    var save = fields.variable("save");
    return fields
        .flow("call")
        .<Step>map(flow -> new Step.Call(flow, with, save, next))
        .orElseGet(() -> new Step.Goto(next));
  }
}
