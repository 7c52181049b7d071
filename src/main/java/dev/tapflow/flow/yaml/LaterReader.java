package dev.tapflow.flow.yaml;

import dev.tapflow.flow.Step;
import dev.tapflow.flow.StepRef;
import dev.tapflow.flow.Target;
import dev.tapflow.flow.vocabulary.Kind;
import dev.tapflow.flow.vocabulary.Scalar;
import dev.tapflow.flow.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;

/** Reads a {@code later} step: something is set for later, or taken back. */
final class LaterReader {

  private static final Map<String, Boolean> IF_BUSY = Map.of("skip", true);
  private static final List<String> OF_A_START =
      List.of("after", "at", "before_window_closes", "name", "with", "if_busy");
  private static final Vocabulary CANCEL =
      Vocabulary.of("\"later\"").must("cancel", Scalar.WORD, "The name of what is taken back.");

  /** The keys of a {@code later} step. */
  static final Vocabulary STEP =
      Vocabulary.of("A \"later\" step")
          .must(
              "later",
              Kind.either(Scalar.FLOW, Kind.keys(CANCEL)),
              "Starts a flow later, while the conversation goes on; { cancel: name } takes it back.")
          .may("after", Scalar.DURATION, "How long from now.")
          .may("at", Scalar.MOMENT, "A time of day, a day, or a moment with its zone.")
          .may(
              "before_window_closes",
              Scalar.DURATION,
              "How long before the customer's 24-hour window closes.")
          .may("name", Scalar.WORD, "Its name, default the flow's; the same again replaces it.")
          .may("with", GivenReader.KIND, "Variables the flow begins with.")
          .may(
              "if_busy",
              Kind.choice(IF_BUSY.keySet()),
              "skip: not at all where a question is pending; else that is asked again afterwards.")
          .and(StepKeys.PASSING);

  private LaterReader() {}

  static Step read(Fields fields, Target next) {
    return fields.find("later").filter(Yaml.Mapping.class::isInstance).isPresent()
        ? cancel(fields, next)
        : start(fields, next);
  }

  private static Step cancel(Fields fields, Target next) {
    OF_A_START.stream()
        .filter(fields::has)
        .forEach(
            it ->
                fields
                    .page()
                    .error(
                        "unknown-key",
                        fields.keyNode(it),
                        "\"%s\" belongs to a \"later\" that starts a flow, not to a \"cancel\""
                            .formatted(it)));
    var name = fields.map("later", CANCEL).flatMap(it -> it.word("cancel"));
    return name.<Step>map(it -> new Step.CancelLater(it, next))
        .orElseGet(() -> new Step.Goto(next));
  }

  private static Step start(Fields fields, Target next) {
    var when = MomentReader.read(fields, "after", "at", fields.keyNode("later"));
    var with = GivenReader.read(fields, "with");
    boolean skipIfBusy = fields.choice("if_busy", IF_BUSY).orElse(false);
    var name = fields.word("name");
    return fields
        .flow("later")
        .<Step>map(
            it -> new Step.Later(name.orElseGet(() -> name(it)), it, when, with, skipIfBusy, next))
        .orElseGet(() -> new Step.Goto(next));
  }

  private static String name(StepRef flow) {
    return flow.flow();
  }
}
