package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.ArrayList;

/** Reads a {@code split} step. */
final class SplitReader {

  private static final Vocabulary SHARE =
      Vocabulary.of("A share of a split")
          .must("weight", Scalar.COUNT, "How much of all the weights falls to it.")
          .must("goto", Scalar.TARGET, "Where it leads.");

  /** The keys of a {@code split} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"split\" step")
          .must(
              "split",
              Kind.listOf(SHARE),
              "A choice by weight; the same contact always goes the same way.")
          .and(StepKeys.ANY);

  private SplitReader() {}

  static Step read(Fields fields) {
    var shares = new ArrayList<Step.Split.Share>();
    var written = fields.list("split", "{ weight: 50, goto: step }");
    for (var node : written) {
      var share = Fields.of(node, SHARE, fields.page());
      var weight = share.count("weight");
      share.target("goto").ifPresent(it -> shares.add(new Step.Split.Share(weight.orElse(1), it)));
    }
    if (fields.find("split").filter(Yaml.Sequence.class::isInstance).isPresent()
        && written.isEmpty()) {
      fields.page().error("missing-value", fields.keyNode("split"), "\"split\" names no way to go");
    }
    return new Step.Split(shares);
  }
}
