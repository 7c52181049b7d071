package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Exits;
import dev.tapflow.flow.Question;
import dev.tapflow.flow.Step;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.Text;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Naming;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;

/** Reads a {@code form} step. */
final class FormReader {

  /** The keys of a {@code form} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"form\" step")
          .must("form", Scalar.TEXT, "Asks by a form (a WhatsApp Flow); its answer is a map.")
          .must("flow_id", Scalar.VALUE, "Meta's id of the form.")
          .may("screen", Scalar.VALUE, "The screen it opens at; default: its endpoint says.")
          .may("data", Kind.named(Naming.ANY, ValueTrees.KIND), "What the screen is given.")
          .may("button", Scalar.TEXT, "What opens it, at most 20 characters.")
          .may("header", HeaderReader.KIND, "Above the text: a text, or { image: url }.")
          .may("footer", Scalar.TEXT, "Below it, at most 60 characters.")
          .and(StepKeys.QUESTION);

  private FormReader() {}

  static Step read(Fields fields, Target next, Exits defaults) {
    return new Question.Form(
        StepReader.spoken(fields, "form"),
        HeaderReader.read(fields),
        fields.text("footer"),
        fields.text("button"),
        fields.filled("flow_id").orElse(new Text(List.of())),
        fields.filled("screen"),
        fields
            .find("data")
            .map(it -> ValueTrees.byName(it, fields.page()))
            .orElseGet(LinkedHashMap::new),
        fields.variable("save"),
        next,
        ExitsReader.read(fields, defaults),
        CommandsSwitch.isOff(fields));
  }
}
