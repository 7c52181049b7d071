package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;

/** Reads a {@code link} step. */
final class LinkReader {

  /** The keys of a {@code link} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"link\" step")
          .must("link", Scalar.TEXT, "Sends a text with a button that opens an address.")
          .must("url", Scalar.VALUE, "The address, https://…")
          .may("button", Scalar.TEXT, "On the button, at most 20 characters.")
          .may("header", HeaderReader.KIND, "Above the text: a text, or { image: url }.")
          .may("footer", Scalar.TEXT, "Below it, at most 60 characters.")
          .and(StepKeys.PASSING);

  private LinkReader() {}

  static Step read(Fields fields, Target next) {
    return new Step.Link(
        StepReader.spoken(fields, "link"),
        HeaderReader.read(fields),
        fields.text("footer"),
        fields.filled("url").orElse(new Text(List.of())),
        fields.text("button"),
        next);
  }
}
